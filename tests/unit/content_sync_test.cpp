#include "model/store/contents.h"
#include "model/sync/compression.h"
#include "model/sync/hub_contents.h"
#include "tests/support/attached.h"
#include "tests/support/two_laptops.h"

#include <boost/json/parse.hpp>
#include <boost/test/unit_test.hpp>

#include <set>

using namespace model;
using tests::photo;
using tests::photo_file;

namespace {

struct Exchanging : tests::TwoLaptops {
    Exchanging()
    {
        before = [this](const HttpRequest& request) {
            ++asked[request.path];
            if (request.path == cut_at && --cut_after < 0)
                throw SyncError({msgid("The connection was cut")});
        };
    }

    static Uuid attach(tests::Laptop& laptop, const Uuid& record, const NewAttachment& file)
    {
        Editor editor(laptop.store, laptop.clerk);
        const auto outcome = Attachments(editor).add(record, file);
        BOOST_REQUIRE(outcome.done);
        return outcome.id;
    }

    static bool has(RecordStore& store, const std::string& bytes)
    {
        const auto hash = sha256_hex(bytes);
        return Contents(store).has(hash) && Contents(store).read(hash) == bytes;
    }

    /// As a disk may: one byte of the last piece is another.
    static void flip_a_byte(RecordStore& store)
    {
        store.db().handle().exec(
            "UPDATE content_piece SET bytes = CAST(substr(bytes, 1, 9) || "
            "iif(substr(bytes, 10, 1) = x'00', x'01', x'00') || substr(bytes, 11) AS BLOB) "
            "WHERE id = (SELECT max(id) FROM content_piece)");
    }

    static int number_of_pieces(RecordStore& store)
    {
        return store.db().handle().execAndGet("SELECT count(*) FROM content_piece").getInt();
    }

    /// An answer to a signed call of the laptop.
    HttpResponse ask(tests::Laptop& laptop, const std::string& path, const std::string& body)
    {
        const auto member = Replica(laptop.store).membership();
        HttpRequest request{.path = path, .body = body};
        sign(request, member.self.device, member.secret, clock.now(), laptop.random);
        return send(request);
    }

    std::map<std::string, int> asked;
    std::string cut_at;
    int cut_after = 0;
    bool requests_about_contents = false;
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(content_sync_test, Exchanging)

BOOST_AUTO_TEST_CASE(a_photo_goes_from_one_laptop_to_the_other)
{
    const auto shared = share();
    const auto id = attach(hall, shared.person, photo_file(700'000));
    const auto sent = hall.sync();
    BOOST_TEST(sent.contents_sent == 1);
    BOOST_TEST(sent.contents_to_send == 0);
    BOOST_TEST(asked["/v1/bring"] == 3);
    BOOST_TEST(has(store, photo(700'000)));

    const auto fetched = town.sync();
    BOOST_TEST(fetched.contents_fetched == 1);
    BOOST_TEST(fetched.contents_to_fetch == 0);
    BOOST_TEST(has(town.store, photo(700'000)));
    Editor editor(town.store, town.clerk);
    BOOST_TEST((Attachments(editor).content(id, ContentUse::open) == photo(700'000)));

    asked.clear();
    hall.sync();
    town.sync();
    BOOST_TEST(asked.size() == 1u); // nothing is asked about contents where all are there
}

BOOST_AUTO_TEST_CASE(what_is_cut_goes_on_where_it_was_and_never_holds_up_records)
{
    const auto shared = share();
    attach(hall, shared.person, photo_file(1'000'000));
    hall.change(shared.person, "phone", "13800000001");
    cut_at = "/v1/bring";
    cut_after = 2;
    const auto cut = hall.sync();
    BOOST_TEST(cut.complete);
    BOOST_TEST(cut.unsent == 0);
    BOOST_TEST(cut.contents_to_send == 1);
    BOOST_TEST(cut.news.size() == 1u);
    BOOST_TEST(to_text(store.find_any(shared.person)->second["phone"]) == "13800000001");

    cut_at.clear();
    asked.clear();
    BOOST_TEST(hall.sync().contents_sent == 1);
    BOOST_TEST(asked["/v1/bring"] == 2); // of four pieces two were there
    BOOST_TEST(has(store, photo(1'000'000)));

    cut_at = "/v1/piece";
    cut_after = 1;
    const auto half = town.sync();
    BOOST_TEST(half.complete);
    BOOST_TEST(half.contents_to_fetch == 1);
    BOOST_TEST(town.text(shared.person, "phone") == "13800000001");
    cut_at.clear();
    asked.clear();
    town.sync();
    BOOST_TEST(asked["/v1/piece"] == 3);
    BOOST_TEST(has(town.store, photo(1'000'000)));
}

BOOST_AUTO_TEST_CASE(the_same_content_is_sent_once)
{
    const auto shared = share();
    attach(hall, shared.person, photo_file(300'000));
    attach(hall, shared.posting, photo_file(300'000));
    hall.sync();
    BOOST_TEST(asked["/v1/bring"] == 2);
    town.sync();
    asked.clear();
    const auto place = town.add("equipment", {{"name", "高拍仪"}, {"place", shared.place.text()}});
    attach(town, place, photo_file(300'000));
    town.sync();
    BOOST_TEST(asked["/v1/bring"] == 0);
    BOOST_TEST(Contents(town.store).count_to_send() == 0);
}

BOOST_AUTO_TEST_CASE(nobody_is_given_what_no_record_in_his_sight_names)
{
    share();
    const auto other = hall.add("place",
        {{"name", "牛田镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922102"}});
    const auto equipment = hall.add("equipment", {{"name", "叫号机"}, {"place", other.text()}});
    attach(hall, equipment, photo_file(2000));
    hall.sync();
    town.sync();
    const auto hash = sha256_hex(photo(2000));
    BOOST_TEST(has(store, photo(2000)));
    BOOST_TEST(!Contents(town.store).has(hash));

    const auto wanted = ask(town, "/v1/contents", R"({"have": [], "want": [")" + hash + R"("]})");
    BOOST_TEST(wanted.body == R"({"have":[],"want":[]})");
    const auto piece = ask(town, "/v1/piece", R"({"hash": ")" + hash + R"(", "at": 0})");
    BOOST_TEST(piece.status == 404);
    BOOST_TEST(ask(hall, "/v1/piece", R"({"hash": ")" + hash + R"(", "at": 0})").status == 200);
}

BOOST_AUTO_TEST_CASE(only_what_a_record_names_with_hash_and_size_is_taken)
{
    const auto shared = share();
    const auto bytes = photo(2000);
    const auto hash = sha256_hex(bytes);
    const auto bring = [&](const std::string& size, const std::string& content) {
        return ask(town, "/v1/bring",
            R"({"hash": ")" + hash + R"(", "size": )" + size + R"(, "at": 0, "bytes": ")"
                + to_hex(content) + "\"}");
    };
    BOOST_TEST(bring("2000", bytes).status == 403);

    attach(town, shared.person, photo_file(2000));
    cut_at = "/v1/contents";
    town.sync();
    cut_at.clear();
    BOOST_TEST(bring("2001", bytes).status == 403);
    BOOST_TEST(bring("2000", photo(2000, 2)).body == R"({"at":0})"); // another content
    BOOST_TEST(!has(store, bytes));
    BOOST_TEST(bring("2000", bytes).body == R"({"at":2000})");
    BOOST_TEST(has(store, bytes));
}

BOOST_AUTO_TEST_CASE(what_says_that_it_is_larger_than_any_is_neither_fetched_nor_taken)
{
    const auto shared = share();
    const auto hash = sha256_hex(photo());
    const auto claim = [&](std::int64_t size) {
        town.add("attachment",
            {{"register", "person"}, {"record", shared.person.text()}, {"title", "a.jpg"},
                {"media", "image/jpeg"}, {"size", std::to_string(size)}, {"hash", hash}});
        town.sync();
        hall.sync();
        return ask(town, "/v1/bring",
            R"({"hash": ")" + hash + R"(", "size": )" + std::to_string(size)
                + R"(, "at": 0, "bytes": "ffd8ff"})")
            .status;
    };
    BOOST_TEST(claim(largest_content + 1) == 403);
    BOOST_TEST(store.count({.def = &hall.def("attachment")}) == 1);
    BOOST_TEST(Contents(hall.store).count_to_fetch() == 0);
    BOOST_TEST(Contents(hall.store).to_fetch(10).empty());
    BOOST_TEST(claim(largest_content) == 200);
    BOOST_TEST(Contents(hall.store).count_to_fetch() == 1);
}

BOOST_AUTO_TEST_CASE(the_county_asks_for_the_duties_at_the_record_it_belongs_to)
{
    const auto found = hall.add("finding", {{"name", "台席无人"}});
    const auto unit = hall.add("unit", {{"name", "县公安局"}});
    const auto of_unit = attach(hall, unit, photo_file());
    const Account leader{hall.new_id(), "值班长"};
    {
        Batch batch(hall.store, {.label = {msgid("Add {1}"), {"值班长"}}, .account = hall.clerk});
        batch.create(tests::make(
            hall.def("user"), leader.id, {{"name", "值班长"}, {"roles", "duty_leader"}}));
        batch.commit();
    }
    hall.sync();
    BOOST_REQUIRE(store.find_any(leader.id).has_value());
    // Past the checks of his own program.
    const auto attach_to = [&](const char* entity, const Uuid& record) {
        const auto id = hall.new_id();
        Batch batch(hall.store, {.label = {msgid("Add {1}"), {"a"}}, .account = leader});
        batch.create(tests::make(hall.def("attachment"), id,
            {{"register", entity}, {"record", record.text()}, {"title", "a.jpg"}}));
        batch.commit();
        return id;
    };
    const auto allowed = attach_to("finding", found);
    BOOST_TEST(hall.sync().refused == 0);
    BOOST_TEST(store.find_any(allowed).has_value());
    const auto denied = attach_to("finding", unit); // whatever it says it belongs to
    BOOST_TEST(hall.sync().refused == 1);
    BOOST_TEST(!store.find_any(denied).has_value());

    // Nor is it taken from a record by giving it to another.
    const auto give_to = [&](const Uuid& id, const Uuid& record) {
        const FieldEdit edit{hall.def("attachment").find("record"), record};
        Batch batch(hall.store, {.label = {msgid("Edit {1}"), {"a"}}, .account = leader});
        batch.set(id, {&edit, 1});
        batch.commit();
        return hall.sync().refused;
    };
    BOOST_TEST(give_to(of_unit, found) == 1);
    BOOST_TEST(to_text(store.find_any(of_unit)->second["record"]) == unit.text());
    const auto other = hall.add("finding", {{"name", "台席脏乱"}});
    BOOST_TEST(give_to(allowed, other) == 0);
    BOOST_TEST(to_text(store.find_any(allowed)->second["record"]) == other.text());
}

BOOST_AUTO_TEST_CASE(nothing_of_a_tip_leaves_with_its_attachment)
{
    std::string sent;
    before = [&](const HttpRequest& request) {
        const auto zstd = request.headers.find(header::encoding);
        sent += zstd == request.headers.end() ? request.body : inflated(request.body, 1U << 24);
    };
    const auto tip = hall.add("tip", {{"number", "线索1号"}});
    const auto id = attach(hall, tip, {.file_name = "录音说明.txt", .bytes = "窗口收红包"});
    const auto done = hall.sync();

    BOOST_TEST(done.contents_to_send == 0);
    BOOST_TEST(done.unsent == 0);
    BOOST_TEST(!store.find_any(id).has_value());
    BOOST_TEST(sent.find("录音说明") == std::string::npos);
    BOOST_TEST(sent.find(sha256_hex("窗口收红包")) == std::string::npos);
    BOOST_TEST(hall.text(id, "title") == "录音说明.txt");
    BOOST_TEST(hall.sync().refused == 0);
}

BOOST_AUTO_TEST_CASE(a_server_that_knows_no_contents_fails_no_sync)
{
    const auto shared = share();
    attach(hall, shared.person, photo_file());
    after = [&](HttpResponse& response) {
        if (requests_about_contents)
            response = problem(clock.now(), 404, "no_such_call",
                {msgid("There is no such call: {1}"), {"/v1/contents"}});
    };
    before = [&](const HttpRequest& request) {
        requests_about_contents = request.path == "/v1/contents";
    };
    const auto done = hall.sync();
    BOOST_TEST(done.complete);
    BOOST_TEST(done.contents_to_send == 1);
    BOOST_TEST(done.news.empty());
    after = {};
    BOOST_TEST(hall.sync().contents_sent == 1);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_had_holds_up_nothing_behind_it)
{
    const auto shared = share();
    {
        Batch batch(town.store, {.label = {msgid("Add {1}"), {"a"}}, .account = town.clerk});
        for (int i = 0; i < 501; ++i) // of which no content ever comes
            batch.create(tests::make(town.def("attachment"), town.new_id(),
                {{"register", "person"}, {"record", shared.person.text()}, {"title", "a.jpg"},
                    {"media", "image/jpeg"}, {"size", "10"},
                    {"hash", sha256_hex("a" + std::to_string(i))}}));
        batch.commit();
    }
    town.sync();
    attach(hall, shared.person, photo_file());
    hall.sync();
    const auto done = town.sync();
    BOOST_TEST(done.contents_fetched == 1);
    BOOST_TEST(has(town.store, photo()));
}

BOOST_AUTO_TEST_CASE(one_content_the_county_lost_costs_no_other)
{
    const auto shared = share();
    attach(hall, shared.person, photo_file(2000));
    attach(hall, shared.person, photo_file(3000, 2));
    hall.sync();
    bool is_piece = false;
    int pieces = 0;
    before = [&](const HttpRequest& request) { is_piece = request.path == "/v1/piece"; };
    after = [&](HttpResponse& response) {
        if (is_piece && ++pieces == 1)
            response = problem(clock.now(), 404, "no_content",
                {msgid("The county does not have this content yet")});
    };
    const auto done = town.sync();
    BOOST_TEST(done.contents_fetched == 1);
    BOOST_TEST(done.contents_to_fetch == 1);
    BOOST_TEST(has(town.store, photo(3000, 2)));
}

BOOST_AUTO_TEST_CASE(what_left_a_laptop_with_its_record_leaves_its_content)
{
    const auto shared = share();
    const auto equipment =
        hall.add("equipment", {{"name", "叫号机"}, {"place", shared.place.text()}});
    attach(hall, equipment, photo_file());
    sync_all();
    BOOST_TEST(has(town.store, photo()));
    const auto other = hall.add("place",
        {{"name", "牛田镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922102"}});
    hall.change(equipment, "place", other.text());
    sync_all();
    BOOST_TEST(!Contents(town.store).has(sha256_hex(photo())));
    BOOST_TEST(has(store, photo()));
}

BOOST_AUTO_TEST_CASE(what_moved_away_before_its_content_went_still_brings_it)
{
    const auto shared = share();
    const auto equipment =
        town.add("equipment", {{"name", "叫号机"}, {"place", shared.place.text()}});
    const auto id = attach(town, equipment, photo_file());
    cut_at = "/v1/bring";
    BOOST_TEST(town.sync().contents_to_send == 1);
    const auto other = hall.add("place",
        {{"name", "牛田镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922102"}});
    hall.sync();
    hall.change(equipment, "place", other.text());
    hall.sync();
    cut_after = 0;
    const auto left = town.sync();
    BOOST_TEST(!town.store.find_any(id).has_value());
    BOOST_TEST(left.contents_to_send == 1);
    BOOST_TEST(has(town.store, photo()));

    cut_at.clear();
    BOOST_TEST(town.sync().contents_sent == 1);
    BOOST_TEST(has(store, photo()));
    town.sync();
    BOOST_TEST(!Contents(town.store).has(sha256_hex(photo()))); // it is not the town's any more
    hall.sync();
    BOOST_TEST(has(hall.store, photo()));
}

BOOST_AUTO_TEST_CASE(what_nothing_names_any_more_is_not_offered_for_ever)
{
    const auto shared = share();
    const auto equipment =
        town.add("equipment", {{"name", "叫号机"}, {"place", shared.place.text()}});
    const auto id = attach(town, equipment, photo_file());
    cut_at = "/v1/bring";
    town.sync();
    const auto other = hall.add("place",
        {{"name", "牛田镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922102"}});
    hall.sync();
    hall.change(equipment, "place", other.text());
    {
        Batch batch(hall.store,
            {.label = {msgid("Clean up the personal information of {1} people"), {"1"}},
                .account = hall.clerk,
                .kind = "forget",
                .what = audited::minimise});
        batch.forget(id, hall.store.today());
        batch.commit();
    }
    hall.sync();
    cut_at.clear();
    town.sync();
    town.sync();
    BOOST_TEST(!Contents(town.store).has(sha256_hex(photo())));
    BOOST_TEST(Contents(town.store).count_to_send() == 0);
}

BOOST_AUTO_TEST_CASE(a_restored_county_is_given_again_what_it_lost)
{
    const auto shared = share();
    const auto backup = back_up();
    attach(hall, shared.person, photo_file());
    hall.sync();
    BOOST_TEST(has(store, photo()));
    restore(backup);
    hall.sync();
    hall.sync();
    BOOST_TEST(has(store, photo()));
}

BOOST_AUTO_TEST_CASE(what_a_disk_damaged_on_a_laptop_is_fetched_again)
{
    const auto shared = share();
    const auto id = attach(hall, shared.person, photo_file(600'000));
    sync_all();
    flip_a_byte(town.store);
    Editor editor(town.store, town.clerk);
    BOOST_TEST(Attachments(editor).find(id).is_here); // nobody looked yet

    const auto result = town.sync();

    BOOST_TEST(result.contents_fetched == 1);
    BOOST_REQUIRE(result.news.size() == 1);
    BOOST_TEST(english(result.news[0]).find("1 attachments were found damaged") == 0u);
    BOOST_TEST(has(town.store, photo(600'000)));
    BOOST_TEST(town.sync().news.empty());
}

BOOST_AUTO_TEST_CASE(of_many_damaged_contents_the_next_ones_are_asked_for_at_each_sync)
{
    const auto shared = share();
    constexpr unsigned many = 5;
    for (unsigned seed = 1; seed <= many; ++seed)
        attach(hall, shared.person, photo_file(2000, seed));
    sync_all();
    store.db().handle().exec("UPDATE content SET whole = -1");
    const Device device{.number = 7, .region = *Region::of("430922")};
    std::set<std::string> told;
    const auto ask_two = [&] {
        const auto reply =
            boost::json::parse(HubContents(store, device, 2).with_damaged(R"({"to": 1})"));
        for (const auto& hash : reply.at("damaged").as_array())
            told.insert(std::string(hash.as_string()));
        return reply.at("damaged").as_array().size();
    };
    for (const std::size_t known : {2U, 4U, 5U}) { // the last two begin anew
        BOOST_TEST(ask_two() == 2U);
        BOOST_TEST(told.size() == known);
    }
    BOOST_TEST(boost::json::parse(HubContents(store, device).with_damaged(R"({"to": 1})"))
                   .at("damaged")
                   .as_array()
                   .size()
        == many);
}

BOOST_AUTO_TEST_CASE(a_damaged_content_is_told_and_its_bytes_are_kept_until_others_come)
{
    const auto shared = share();
    const auto id = attach(hall, shared.person, photo_file(600'000));
    sync_all();
    flip_a_byte(town.store);
    flip_a_byte(store); // and at the county
    Editor editor(town.store, town.clerk);
    BOOST_CHECK_THROW(Attachments(editor).content(id, ContentUse::open), StoreError);
    BOOST_TEST(Attachments(editor).find(id).is_damaged);
    BOOST_TEST(Contents(town.store).count_to_fetch() == 1);

    BOOST_TEST(town.sync().contents_fetched == 0); // the county finds that it has none either

    BOOST_TEST(Contents(store).is_damaged(sha256_hex(photo(600'000))));
    BOOST_TEST(number_of_pieces(town.store) == 3);
    asked.clear();
    BOOST_TEST(hall.sync().contents_sent == 1); // the laptop that has it is asked for it
    BOOST_TEST(asked["/v1/bring"] == 3);
    BOOST_TEST(has(store, photo(600'000)));
    BOOST_TEST(town.sync().contents_fetched == 1);
    BOOST_TEST(has(town.store, photo(600'000)));
    BOOST_TEST(!Attachments(editor).find(id).is_damaged);
    asked.clear();
    sync_all();
    BOOST_TEST(asked["/v1/bring"] == 0);
}

BOOST_AUTO_TEST_CASE(nobody_is_asked_for_damaged_contents_out_of_his_sight)
{
    share();
    const auto other = hall.add("place",
        {{"name", "牛田镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922102"}});
    const auto equipment = hall.add("equipment", {{"name", "叫号机"}, {"place", other.text()}});
    attach(hall, equipment, photo_file(2000));
    sync_all();
    flip_a_byte(store);
    BOOST_TEST(Contents(store).look_at(sha256_hex(photo(2000))));
    const auto hello = [&](tests::Laptop& laptop) {
        return ask(laptop, "/v1/hello", to_json(Replica(laptop.store).hello())).body;
    };
    BOOST_TEST(hello(town).find("damaged") == std::string::npos);
    BOOST_TEST(hello(hall).find(sha256_hex(photo(2000))) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_dropped_for_good_goes_from_the_county_and_other_laptops)
{
    const auto shared = share();
    const auto id = attach(hall, shared.person, photo_file());
    sync_all();
    {
        Batch batch(hall.store,
            {.label = {msgid("Clean up the personal information of {1} people"), {"1"}},
                .account = hall.clerk,
                .kind = "forget",
                .what = audited::minimise});
        batch.forget(shared.person, hall.store.today());
        batch.forget(id, hall.store.today());
        batch.commit();
    }
    sync_all();
    const auto hash = sha256_hex(photo());
    for (auto* each : {&hall.store, &town.store, &store})
        BOOST_TEST(!Contents(*each).has(hash));
}

BOOST_AUTO_TEST_SUITE_END()
