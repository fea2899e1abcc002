#include "tests/support/county.h"
#include "tests/support/editing.h"
#include "tests/support/print.h"

#include <sqlite3.h>

using namespace model;

namespace {

struct TwoLaptops : tests::CountyServer {
    void sync_all()
    {
        for (int round = 0; round < 2; ++round) {
            hall.sync();
            town.sync();
        }
    }

    /// A person of the township, known on both laptops.
    Uuid shared_person()
    {
        const auto place = hall.add("place",
            {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
        const auto person = hall.add("person", {{"name", "单雪梅"}, {"phone", "10000000001"}});
        hall.add("posting",
            {{"person", person.text()}, {"place", place.text()}, {"source", "township"}});
        sync_all();
        return person;
    }

    tests::Laptop hall{*this, Role::agency, "430922", "430922", 1};
    tests::Laptop town{*this, Role::outlet, "430922101", "430922101", 2};
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(sync_test, TwoLaptops)

BOOST_AUTO_TEST_CASE(what_one_enters_the_other_reads)
{
    const auto person = shared_person();
    BOOST_TEST(town.text(person, "name") == "单雪梅");
    BOOST_TEST(town.text(person, "phone") == "10000000001");
    BOOST_TEST(town.store.history(person).front().user == "李文员");
    BOOST_TEST(hall.store.unsent() == 0);
}

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

BOOST_AUTO_TEST_CASE(different_fields_of_one_person_merge_silently)
{
    const auto person = shared_person();
    hall.change(person, "badge", "017");
    town.change(person, "phone", "10000000002");
    sync_all();

    for (auto* laptop : {&hall, &town}) {
        BOOST_TEST(laptop->text(person, "badge") == "017");
        BOOST_TEST(laptop->text(person, "phone") == "10000000002");
        BOOST_TEST(laptop->inbox().size() == 0);
    }
}

BOOST_AUTO_TEST_CASE(the_same_field_gives_one_conflict_on_both_settled_once_for_all)
{
    const auto person = shared_person();
    hall.change(person, "phone", "10000000003");
    town.clock.advance(1000);
    town.change(person, "phone", "10000000004");
    sync_all();

    BOOST_TEST(hall.text(person, "phone") == town.text(person, "phone"));
    BOOST_REQUIRE(hall.inbox().size() == 1);
    BOOST_REQUIRE(town.inbox().size() == 1);
    const auto item = hall.inbox()[0];
    BOOST_TEST((item.id == town.inbox()[0].id));
    BOOST_TEST(item.base == Value{std::string("10000000001")});
    BOOST_TEST(item.mine == Value{std::string("10000000003")});
    BOOST_TEST(item.theirs == Value{std::string("10000000004")});
    BOOST_TEST(town.inbox()[0].mine == item.theirs);
    BOOST_REQUIRE(Inbox(hall.store).open_of(person).size() == 1);
    BOOST_TEST((Inbox(hall.store).open_of(person)[0].id == item.id));
    BOOST_TEST(Inbox(hall.store).open_of(hall.new_id()).empty());

    Inbox(hall.store).resolve(item.id, Take::mine, hall.clerk);
    BOOST_TEST(Inbox(hall.store).open_of(person).empty());
    sync_all();

    for (auto* laptop : {&hall, &town}) {
        BOOST_TEST(laptop->text(person, "phone") == "10000000003");
        BOOST_TEST(laptop->inbox().size() == 0);
    }
}

BOOST_AUTO_TEST_CASE(history_tells_everywhere_what_did_not_stand)
{
    const auto person = shared_person();
    hall.change(person, "phone", "10000000003");
    town.clock.advance(1000);
    town.change(person, "phone", "10000000004");
    sync_all();

    for (auto* laptop : {&hall, &town}) {
        const auto steps = laptop->store.history(person);
        for (const auto* phone : {"10000000003", "10000000004"})
            BOOST_TEST(std::ranges::count_if(steps, [&](const HistoryStep& step) {
                return to_text(step.after) == phone;
            }) == 1);
        const auto stands = laptop->text(person, "phone");
        for (const auto& step : steps)
            BOOST_TEST((!step.lost || to_text(step.after) != stands));
    }
    const auto lost_at = [&](auto& laptop) {
        return std::ranges::count_if(
            laptop.store.history(person), [](const HistoryStep& step) { return step.lost; });
    };
    BOOST_TEST(lost_at(hall) + lost_at(town) == 1); // the other one had it in the record

    Inbox(hall.store).resolve(hall.inbox()[0].id, Take::mine, hall.clerk);
    sync_all();
    BOOST_TEST(lost_at(hall) + lost_at(town) == 1);
}

BOOST_AUTO_TEST_CASE(what_a_record_was_born_with_did_stand_there)
{
    tests::Laptop next(*this, Role::agency, "430922", "430922", 7);
    const auto make = [](auto& laptop, const char* phone) {
        const auto& def = laptop.def("unit");
        return Editor(laptop.store, laptop.clerk)
            .create(def, tests::Editing::edits(def, {{"name", "县公安局"}, {"phone", phone}}))
            .id;
    };
    const auto unit = make(hall, "1");
    next.clock.advance(1000);
    BOOST_REQUIRE((make(next, "2") == unit));
    for (int i = 0; i < 2; ++i) {
        hall.sync();
        next.sync();
    }
    const auto item = hall.inbox().at(0);
    const auto values_lost = [&](auto& laptop) {
        std::string values;
        for (const auto& step : laptop.store.history(unit))
            if (step.lost)
                values += to_text(step.after);
        return values;
    };
    BOOST_TEST(values_lost(hall) == (hall.text(unit, "phone") == "1" ? "2" : ""));
    BOOST_TEST(values_lost(next) == (hall.text(unit, "phone") == "1" ? "" : "1"));

    Inbox(hall.store).resolve(item.id, item.mine_stands ? Take::theirs : Take::mine, hall.clerk);
    hall.sync();
    next.sync();
    BOOST_TEST(values_lost(hall).find('1') == std::string::npos);
    BOOST_TEST(values_lost(next).find('2') == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_did_not_stand_lies_beside_what_did_where_nobody_told_when)
{
    const auto person = shared_person();
    hall.clock.advance(60'000);
    town.clock.advance(60'000);
    hall.change(person, "phone", "10000000003");
    town.change(person, "phone", "10000000004");
    sync_all();
    for (auto* laptop : {&hall, &town}) {
        laptop->clock.advance(60'000);
        laptop->db.handle().exec("DELETE FROM stamp WHERE ver IN (SELECT waits_ver FROM inbox)");
        laptop->change(person, "remark", "x");
        const auto steps = laptop->store.history(person);
        const auto lost = std::ranges::find_if(steps, &HistoryStep::lost);
        if (lost == steps.end())
            continue;
        BOOST_REQUIRE((lost != steps.begin()));
        BOOST_TEST(to_text(std::prev(lost)->after) == laptop->text(person, "phone"));
        BOOST_REQUIRE((std::next(lost) != steps.end()));
        BOOST_TEST(to_text(std::next(lost)->after) == "x");
    }
}

BOOST_AUTO_TEST_CASE(the_owner_stands_before_an_entry_on_his_behalf)
{
    const auto person = shared_person();
    town.change(person, "rank", "站长");
    hall.clock.advance(3'600'000); // later, and still not stronger
    hall.change(person, "rank", "主任");
    sync_all();

    BOOST_TEST(hall.text(person, "rank") == "站长");
    BOOST_TEST(town.text(person, "rank") == "站长");
    BOOST_REQUIRE(hall.inbox().size() == 1);
    BOOST_TEST(hall.inbox()[0].mine == Value{std::string("主任")});
    BOOST_TEST(town.notices().size() == 0);
}

BOOST_AUTO_TEST_CASE(no_device_is_in_conflict_with_its_own_deletion)
{
    const auto person = shared_person();
    Batch batch(town.store, {.label = {msgid("Delete")}, .account = town.clerk});
    batch.remove(person);
    batch.commit();
    town.change(person, "phone", "10000000002");
    hall.change(person, "address", "修山镇"); // which the deletion has not seen
    sync_all();

    for (auto* laptop : {&hall, &town}) {
        BOOST_TEST(laptop->store.find_any(person)->first.deleted);
        BOOST_TEST(laptop->text(person, "phone") == "10000000002");
        BOOST_REQUIRE(laptop->inbox().size() == 1);
        BOOST_TEST(laptop->inbox()[0].field->name == "address");
    }
}

BOOST_AUTO_TEST_CASE(a_record_leaves_though_a_notice_of_it_was_being_put_away)
{
    const auto person = shared_person();
    hall.change(person, "rank", "站长");
    sync_all();
    BOOST_REQUIRE(town.notices().size() == 1);
    const auto far = hall.add("place",
        {{"name", "桃花江镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922102"}});
    hall.add("posting", {{"person", person.text()}, {"place", far.text()}, {"from", "2026-02-01"}});
    hall.sync();
    before = [&](const HttpRequest& request) {
        if (request.path == "/v1/pull" && town.store.unsent() == 0)
            Inbox(town.store).resolve(town.notices()[0].id, Take::mine, town.clerk);
    };
    town.sync();
    before = {};

    BOOST_TEST(town.sync().repaired == 0);
    BOOST_TEST(!town.store.find_any(person).has_value());
}

BOOST_AUTO_TEST_CASE(an_entry_on_behalf_without_contradiction_is_taken_and_the_owner_told)
{
    const auto person = shared_person();
    hall.change(person, "rank", "站长");
    sync_all();

    BOOST_TEST(town.text(person, "rank") == "站长");
    BOOST_REQUIRE(town.notices().size() == 1);
    BOOST_TEST(is_empty(town.notices()[0].mine));
    BOOST_TEST(town.notices()[0].theirs == Value{std::string("站长")});
    BOOST_TEST(town.notices()[0].theirs_by.ends_with("李文员"));
    BOOST_TEST(!town.notices()[0].asks());
    BOOST_TEST(hall.notices().size() == 0);
    BOOST_TEST(town.inbox().size() == 0);
}

BOOST_AUTO_TEST_CASE(clocks_ten_years_wrong_change_nothing)
{
    constexpr Instant ten_years = 3653LL * 86'400'000;
    for (const auto wrong : {ten_years, -ten_years}) {
        const auto person = shared_person();
        town.clock.advance(wrong);
        town.change(person, "phone", "10000000005");
        sync_all();
        hall.clock.advance(60'000);
        clock.advance(60'000);
        hall.change(person, "phone", "10000000006");
        sync_all();

        BOOST_TEST(town.text(person, "phone") == "10000000006");
        BOOST_TEST(hall.inbox().size() == 0);
        town.clock.advance(-wrong);
    }
}

BOOST_AUTO_TEST_CASE(two_offices_that_made_the_same_record_before_joining_have_one)
{
    tests::Laptop other(*this, "430922", 3);
    const auto id = Uuid::named("item", "430922-1");
    for (auto* laptop : {static_cast<tests::Office*>(&hall), static_cast<tests::Office*>(&other)}) {
        Batch batch(laptop->store, {.label = {msgid("Add {1}"), {"x"}}, .account = laptop->clerk});
        batch.create(
            tests::make(laptop->def("item"), id, {{"code", "430922-1"}, {"name", "同一事项"}}));
        batch.commit();
    }
    other.change(id, "enquiries", "0737-8880001");
    hall.sync();
    other.join(Role::agency, "430922", "430922");
    other.sync();
    hall.sync();

    BOOST_TEST(hall.text(id, "enquiries") == "0737-8880001");
    BOOST_TEST(hall.store.count({.def = &hall.def("item")}) == 1);
    BOOST_TEST(other.store.count({.def = &hall.def("item")}) == 1);
    BOOST_TEST(hall.inbox().size() + other.inbox().size() == 0);
    BOOST_TEST(hall.sync().repaired == 0);
    BOOST_TEST(other.sync().repaired == 0);
}

BOOST_AUTO_TEST_CASE(sets_of_a_record_that_two_offices_made_are_one)
{
    tests::Laptop other(*this, "430922", 3);
    const auto id = Uuid::named("item", "430922-1");
    for (auto* laptop : {static_cast<tests::Office*>(&hall), static_cast<tests::Office*>(&other)}) {
        Batch batch(laptop->store, {.label = {msgid("Add {1}"), {"x"}}, .account = laptop->clerk});
        batch.create(tests::make(laptop->def("item"), id,
            {{"code", "430922-1"}, {"name", "同一事项"},
                {"forms", laptop == &other ? "online" : "window"}}));
        batch.commit();
    }
    hall.sync();
    other.join(Role::agency, "430922", "430922");
    other.sync();
    hall.sync();

    BOOST_TEST(hall.text(id, "forms") == "online,window");
    BOOST_TEST(other.text(id, "forms") == "online,window");
    BOOST_TEST(hall.inbox().size() + other.inbox().size() == 0);
}

BOOST_AUTO_TEST_CASE(a_township_reads_the_county_and_its_own_and_nothing_else)
{
    const auto elsewhere = hall.add("place",
        {{"name", "鸬鹚渡镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922103"}});
    const auto unit = hall.add("unit", {{"name", "县公安局"}});
    const auto window = hall.add("window", {{"number", "1"}, {"place", elsewhere.text()}});
    sync_all();

    BOOST_TEST(town.store.find(town.def("unit"), unit).has_value());
    BOOST_TEST(!town.store.find_any(elsewhere));
    BOOST_TEST(!town.store.find_any(window));
}

BOOST_AUTO_TEST_CASE(what_lies_outside_is_refused_and_comes_back_with_the_reason)
{
    const auto unit = hall.add("unit", {{"name", "县公安局"}, {"short_name", "公安局"}});
    sync_all();
    town.change(unit, "short_name", "警察局");
    const auto result = town.sync();

    BOOST_TEST(town.text(unit, "short_name") == "公安局");
    BOOST_REQUIRE(town.inbox().size() == 1);
    BOOST_TEST(town.inbox()[0].kind == "refused");
    BOOST_TEST(town.inbox()[0].mine == Value{std::string("警察局")});
    BOOST_TEST(town.inbox()[0].reason != "");
    BOOST_TEST(result.refused == 1);
    BOOST_TEST(hall.sync().repaired + town.sync().repaired == 0);
}

BOOST_AUTO_TEST_CASE(a_record_that_moves_away_leaves)
{
    const auto person = shared_person();
    const auto elsewhere = hall.add("place",
        {{"name", "鸬鹚渡镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922103"}});
    const auto posting = hall.store.where(hall.def("posting"), "person", Value{person})[0].id;
    hall.change(posting, "place", elsewhere.text());
    sync_all();

    BOOST_TEST(!town.store.find_any(person));
    BOOST_TEST(!town.store.find_any(posting));
    BOOST_TEST(town.sync().repaired == 0);
}

BOOST_AUTO_TEST_CASE(who_made_a_record_hears_that_another_moved_it)
{
    tests::Laptop second(*this, Role::agency, "430922", "430922", 5);
    const auto person = shared_person();
    const auto elsewhere = hall.add("place",
        {{"name", "鸬鹚渡镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922103"}});
    hall.sync();
    second.sync();
    const auto posting = second.store.where(hall.def("posting"), "person", Value{person})[0].id;
    second.change(posting, "place", elsewhere.text());
    second.sync();
    hall.sync();

    BOOST_TEST(hall.store.find_any(posting)->first.scope == 430922103000);
    BOOST_TEST(hall.store.find_any(person)->first.scope == 430922103000);
}

BOOST_AUTO_TEST_CASE(a_refused_deletion_is_taken_back)
{
    const auto item = hall.add("item", {{"code", "430922-1"}, {"name", "同一事项"}});
    sync_all();
    {
        Batch batch(town.store, {.label = {msgid("Delete {1}"), {"x"}}, .account = town.clerk});
        batch.remove(item);
        batch.commit();
    }
    town.sync();

    BOOST_TEST(town.store.find(town.def("item"), item).has_value());
    BOOST_REQUIRE(town.inbox().size() == 1);
    BOOST_TEST(town.inbox()[0].kind == "refused");
    BOOST_TEST((town.inbox()[0].step == OpType::remove));
    BOOST_TEST(town.inbox()[0].title == "同一事项");
    BOOST_TEST(town.sync().repaired == 0);
}

BOOST_AUTO_TEST_CASE(a_record_that_was_not_let_in_is_told_by_its_name)
{
    const auto place = town.add("place",
        {{"name", "沾溪镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922118"}});
    town.sync();

    BOOST_TEST(!town.store.find_any(place).has_value());
    BOOST_REQUIRE(town.inbox().size() == 1);
    const auto item = town.inbox()[0];
    BOOST_TEST((item.step == OpType::create));
    BOOST_TEST(item.title == "沾溪镇便民服务中心");
    BOOST_TEST(item.mine_by == "李文员");
    BOOST_TEST(item.mine_at == tests::new_year_2026);
}

BOOST_AUTO_TEST_CASE(a_refused_edit_of_a_record_that_left_is_told_by_its_name)
{
    const auto person = shared_person();
    const auto elsewhere = hall.add("place",
        {{"name", "鸬鹚渡镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922103"}});
    const auto posting = hall.store.where(hall.def("posting"), "person", Value{person})[0].id;
    hall.change(posting, "place", elsewhere.text());
    hall.sync();
    town.clock.advance(1000);
    town.change(person, "phone", "10000000002");
    town.sync();
    town.sync();

    BOOST_TEST(!town.store.find_any(person).has_value());
    BOOST_REQUIRE(town.inbox().size() == 1);
    BOOST_TEST(town.inbox()[0].kind == "refused");
    BOOST_TEST(town.inbox()[0].title == "单雪梅");
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

BOOST_AUTO_TEST_CASE(an_edit_of_a_deleted_record_is_told_and_can_bring_it_back)
{
    const auto person = shared_person();
    {
        Batch batch(hall.store, {.label = {msgid("Delete {1}"), {"x"}}, .account = hall.clerk});
        batch.remove(person);
        batch.commit();
    }
    town.change(person, "phone", "10000000007");
    sync_all();

    BOOST_TEST(!town.store.find(town.def("person"), person));
    BOOST_REQUIRE(town.inbox().size() == 1);
    BOOST_TEST(town.inbox()[0].kind == "after_deletion");

    Inbox(hall.store).resolve(town.inbox()[0].id, Take::theirs, hall.clerk);
    sync_all();
    BOOST_TEST(town.store.find(town.def("person"), person).has_value());
    BOOST_TEST(town.text(person, "phone") == "10000000007");
    BOOST_TEST(town.inbox().size() == 0);
}

BOOST_AUTO_TEST_CASE(a_deletion_may_stand_before_an_edit_for_all)
{
    const auto person = shared_person();
    {
        Batch batch(hall.store, {.label = {msgid("Delete {1}"), {"x"}}, .account = hall.clerk});
        batch.remove(person);
        batch.commit();
    }
    town.change(person, "phone", "10000000007");
    sync_all();
    const auto item = hall.inbox().at(0);
    BOOST_TEST(is_deletion(item, Take::mine));

    Inbox(hall.store).resolve(item.id, Take::mine, hall.clerk);
    sync_all();

    BOOST_TEST(!town.store.find(town.def("person"), person));
    BOOST_TEST(hall.inbox().size() == 0);
    BOOST_TEST(town.inbox().size() == 0);
}

BOOST_AUTO_TEST_CASE(a_sending_unit_enters_its_own_person_before_he_is_posted)
{
    const auto unit = hall.add("unit", {{"name", "县公安局"}});
    const auto place = hall.add(
        "place", {{"name", "桃江县政务服务中心"}, {"type", "centre"}, {"region", "430922"}});
    hall.sync();
    tests::Laptop police{*this, Role::unit, unit.text(), "430922", 5};
    police.sync();

    const auto person = police.add("person", {{"name", "解雪梅"}, {"phone", "10000000011"}});
    const auto sent = police.sync();
    BOOST_TEST(sent.refused == 0);
    BOOST_TEST(sent.repaired == 0);
    hall.sync();
    BOOST_TEST(hall.text(person, "phone") == "10000000011");
    BOOST_TEST((store.find_any(person)->first.home == unit));

    hall.add("posting",
        {{"person", person.text()}, {"unit", unit.text()}, {"place", place.text()},
            {"source", "sent"}});
    hall.sync();
    police.change(person, "phone", "10000000012");
    BOOST_TEST(police.sync().repaired == 0);
    hall.sync();
    BOOST_TEST(hall.text(person, "phone") == "10000000012");
    BOOST_TEST(hall.sync().repaired == 0);
}

BOOST_AUTO_TEST_CASE(a_set_merges_by_what_was_added_and_taken)
{
    const auto place = hall.add("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"},
            {"zones", "waiting,service"}});
    sync_all();
    hall.change(place, "zones", "service,nursery");
    town.change(place, "zones", "waiting,service,archive");
    sync_all();

    for (auto* laptop : {&hall, &town}) {
        BOOST_TEST(laptop->text(place, "zones") == "archive,nursery,service");
        BOOST_TEST(laptop->inbox().size() == 0);
    }
    BOOST_TEST(hall.sync().repaired + town.sync().repaired == 0);
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

BOOST_AUTO_TEST_CASE(of_fields_that_are_as_they_were_born_nobody_asks_what_was_overwritten)
{
    const auto person = shared_person();
    const auto meta = town.store.find_any(person)->first;
    const auto* badge = meta.def->find("badge");
    const auto* remark = meta.def->find("remark");
    town.store.rows().uncount(meta);
    town.store.rows().set_version(meta.rid, {badge->id, {9, 9, 9}});
    town.store.rows().set_version(meta.rid, {remark->id, {9, 9, 8}});
    town.store.rows().count(meta);
    town.store.rows().flush_digest();
    int asked = 0;
    const auto count = [](unsigned, void* context, void* statement, void*) {
        const std::string_view sql(sqlite3_sql(static_cast<sqlite3_stmt*>(statement)));
        *static_cast<int*>(context) += sql.starts_with("INSERT OR IGNORE INTO hub_seen") ? 1 : 0;
        return 0;
    };
    sqlite3_trace_v2(town.db.handle().getHandle(), SQLITE_TRACE_STMT, count, &asked);

    BOOST_TEST(town.sync().repaired == 1);
    sqlite3_trace_v2(town.db.handle().getHandle(), 0, nullptr, nullptr);
    BOOST_TEST(asked == 2); // of the two whose versions the county does not have
    BOOST_TEST(
        town.db.handle().execAndGet("SELECT count(*) FROM hub_seen WHERE ver > 0").getInt() == 2);
}

BOOST_AUTO_TEST_SUITE_END()
