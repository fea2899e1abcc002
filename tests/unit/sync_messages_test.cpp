#include "tests/support/print.h"
#include "tests/support/two_laptops.h"

using namespace model;

BOOST_FIXTURE_TEST_SUITE(sync_messages_test, tests::TwoLaptops)

BOOST_AUTO_TEST_CASE(texts_that_repeat_themselves_travel_both_ways)
{
    std::string law;
    while (law.size() < 12'000)
        law += "《中华人民共和国行政许可法》第十二条";
    std::vector<Uuid> items;
    for (int i = 0; i < 400; ++i)
        items.push_back(hall.add("item",
            {{"code", std::to_string(100000 + i)}, {"name", "事项" + std::to_string(i)},
                {"basis", law}}));
    sync_all();
    BOOST_TEST(hall.store.unsent() == 0);
    BOOST_TEST(town.text(items.back(), "basis") == law);
}

BOOST_AUTO_TEST_CASE(what_the_server_says_is_told_in_sentences_that_are_translated)
{
    const auto told = [&](int status, const std::string& body) {
        after = [&, status](HttpResponse& response) { response = {status, {}, body}; };
        try {
            hall.sync();
        } catch (const Error& error) {
            after = nullptr;
            return error.message();
        }
        after = nullptr;
        return Message{};
    };
    const auto gap = told(409,
        R"({"title": "x", "code": "gap", "msgid": "The county lacks earlier edits of this device"})");
    const auto malformed = told(400,
        R"({"title": "x", "code": "malformed", "msgid": "The message is malformed: \"{1}\" is missing or wrong", "args": ["ops"]})");
    const auto full = told(503,
        R"({"title": "x", "code": "store", "msgid": "The disk with {1} is full, so nothing was changed: make room and try again", "args": ["/srv/county.db"]})");
    const auto unknown = told(400, R"({"title": "Something new", "code": "new", "msgid": "x"})");

    BOOST_TEST(english(gap) == "The county lacks earlier edits of this device");
    BOOST_TEST(english(malformed) == "The message is malformed: \"ops\" is missing or wrong");
    BOOST_TEST(english(full).starts_with("The county server cannot read"), english(full));
    BOOST_TEST(english(full).find("/srv") == std::string::npos);
    BOOST_TEST(english(unknown) == "The county server says: Something new");
}

BOOST_AUTO_TEST_CASE(a_server_keeps_the_reason_of_a_full_disk_for_its_log)
{
    hall.sync();
    for (int i = 0; i < 300; ++i)
        hall.add("unit", {{"name", "单位" + std::to_string(i)}});
    db.handle().exec("PRAGMA max_page_count = 1"); // no more than there are
    HttpResponse told;
    after = [&told](HttpResponse& response) { told = response; };
    BOOST_CHECK_EXCEPTION(hall.sync(), Problem, [](const Problem& problem) {
        return english(problem.message()).starts_with("The disk of the county server is full");
    });
    BOOST_TEST(told.status == 503);
    BOOST_TEST(told.trouble.starts_with("The disk with"), told.trouble);
    BOOST_TEST(told.body.find("The disk with") == std::string::npos, told.body);
    BOOST_TEST(told.body.find(db.path()) == std::string::npos, told.body);

    db.handle().exec("PRAGMA max_page_count = 1000000");
    BOOST_TEST(hall.sync().unsent == 0);
}

BOOST_AUTO_TEST_CASE(a_server_whose_clock_is_set_back_goes_on_answering)
{
    hall.sync();
    clock.advance(-3'600'000);
    hall.add("unit", {{"name", "县公安局"}});
    BOOST_TEST(hall.sync().unsent == 0);
}

BOOST_AUTO_TEST_CASE(an_answer_that_was_lost_is_asked_for_again_and_nothing_happens_twice)
{
    const auto person = shared_person();
    hall.change(person, "badge", "018");
    after = [](HttpResponse&) { throw SyncError({msgid("cut")}); };
    BOOST_CHECK_THROW(hall.sync(), SyncError);
    after = nullptr;
    int pushes = 0;
    before = [&](const HttpRequest& request) { pushes += request.path == "/v1/push"; };
    after = [&](HttpResponse&) {
        if (pushes == 1) {
            ++pushes;
            throw SyncError({msgid("cut")});
        }
    };
    BOOST_CHECK_THROW(hall.sync(), SyncError);
    after = nullptr;
    before = nullptr;
    hall.change(person, "badge", "019");
    sync_all();

    BOOST_TEST(town.text(person, "badge") == "019");
    BOOST_TEST(hall.inbox().size() == 0);
    BOOST_TEST(hall.store.self().incarnation == 1);
    BOOST_TEST(hall.store.unsent() == 0);
}

BOOST_AUTO_TEST_CASE(a_record_changed_after_those_of_an_earlier_page_comes_whole)
{
    const auto first = hall.add("unit", {{"name", "县公安局"}});
    hall.sync();
    hall.add("unit", {{"name", "县民政局"}});
    hall.add("unit", {{"name", "县税务局"}});
    hall.change(first, "short_name", "公安局");
    hall.sync();

    const auto result = Link(town.store, *this, {.records = 1}).sync();
    BOOST_TEST(result.pulled == 3);
    BOOST_TEST(result.repaired == 0);
    BOOST_TEST(town.text(first, "name") == "县公安局");
}

BOOST_AUTO_TEST_CASE(what_became_of_an_edit_is_heard_however_small_the_repeat_is)
{
    const auto place = hall.add("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
    sync_all();
    town.change(place, "zones", "waiting");
    town.sync();
    hall.add("unit", {{"name", "县公安局"}});
    hall.change(place, "zones", "service");
    int answers = 0;
    after = [&](HttpResponse&) {
        if (++answers == 2)
            throw SyncError({msgid("cut")});
    };
    BOOST_CHECK_THROW(hall.sync(), SyncError);
    after = nullptr;

    Link(hall.store, *this, {.ops = 1}).sync();
    BOOST_TEST(hall.text(place, "zones") == "service,waiting");
    BOOST_TEST(hall.store.unsent() == 0);
}

BOOST_AUTO_TEST_CASE(a_push_that_fails_at_its_end_leaves_no_trace_in_the_digest)
{
    shared_person();
    hall.add("unit", {{"name", "县公安局"}});
    auto push = Replica(hall.store).next_push().value();
    push.chain = {};
    BOOST_CHECK_THROW(hub.push(hub.device(1).value(), parse_object(to_json(push))), Problem);

    BOOST_TEST(hall.sync().pushed == 1);
    BOOST_TEST(hall.sync().repaired == 0);
    BOOST_TEST(town.sync().repaired == 0);
}

BOOST_AUTO_TEST_CASE(a_sync_with_nothing_to_say_is_one_request)
{
    shared_person();
    const auto before_it = requests;
    const auto result = hall.sync();
    BOOST_TEST(requests == before_it + 1);
    BOOST_TEST(result.pushed + result.pulled == 0);
}

BOOST_AUTO_TEST_CASE(a_revoked_device_is_told_so_and_keeps_its_work)
{
    const auto person = shared_person();
    hub.revoke(town.store.self().device);
    town.change(person, "phone", "10000000008");
    BOOST_CHECK_EXCEPTION(
        town.sync(), Problem, [](auto& error) { return error.code == "revoked"; });
    BOOST_TEST(town.text(person, "phone") == "10000000008");
    BOOST_TEST(town.store.unsent() == 1);
}

BOOST_AUTO_TEST_CASE(what_differs_without_reason_is_repaired)
{
    const auto person = shared_person();
    const auto meta = town.store.find_any(person)->first;
    town.store.rows().uncount(meta);
    town.db.handle().exec("UPDATE person SET badge = '999'");
    town.store.rows().set_version(meta.rid, {13, {9, 9, 9}});
    town.store.rows().count(meta);
    town.store.rows().flush_digest();

    BOOST_TEST(town.sync().repaired == 1);
    BOOST_TEST(town.text(person, "badge") == "");
    BOOST_TEST(town.sync().repaired == 0);
}

BOOST_AUTO_TEST_SUITE_END()
