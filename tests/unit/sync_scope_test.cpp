#include "tests/support/print.h"
#include "tests/support/two_laptops.h"

using namespace model;

BOOST_FIXTURE_TEST_SUITE(sync_scope_test, tests::TwoLaptops)

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

BOOST_AUTO_TEST_CASE(the_county_too_binds_an_account_to_its_duties)
{
    const auto person = shared_person();
    // The laptop's program lets everything through, as one that was tampered with would.
    const auto user = [&](const char* roles) {
        auto record =
            tests::make(town.def("user"), town.clerk.id, {{"name", "李文员"}, {"roles", roles}});
        Batch batch(town.store, {.label = {msgid("Add {1}"), {"李文员"}}, .account = town.clerk});
        batch.create(record);
        batch.commit();
    };
    user("village_clerk");
    town.sync();
    const auto station = town.add("place",
        {{"name", "石井村便民服务站"}, {"type", "village_station"}, {"region", "430922101005"}});
    town.change(person, "phone", "10000000009");
    const auto window = town.add("window", {{"number", "1"}, {"place", station.text()}});
    sync_all();

    BOOST_TEST(hall.text(person, "phone") == "10000000009"); // what he may enter
    BOOST_TEST(hall.store.find_any(station).has_value());
    BOOST_TEST(!hall.store.find_any(window).has_value()); // and what he may not
    BOOST_REQUIRE(town.inbox().size() == 1);
    BOOST_TEST(town.inbox()[0].kind == "refused");
    BOOST_TEST(std::string(town.inbox()[0].reason).find("by its duties") != std::string::npos);
    BOOST_TEST(hall.sync().repaired + town.sync().repaired == 0);
}

BOOST_AUTO_TEST_CASE(an_account_without_a_record_is_bound_by_its_device_alone)
{
    const auto person = shared_person();
    hall.add("user", {{"name", "王五"}, {"roles", "business"}, {"state", "active"}});
    sync_all();
    town.change(person, "phone", "10000000009");
    sync_all();
    BOOST_TEST(hall.text(person, "phone") == "10000000009");
    BOOST_TEST(town.inbox().empty());
}

BOOST_AUTO_TEST_SUITE_END()
