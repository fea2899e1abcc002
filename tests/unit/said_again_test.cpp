#include "tests/support/restored_county.h"

using namespace model;
using tests::both_orders;
using tests::RestoredCounty;

BOOST_FIXTURE_TEST_SUITE(said_again_test, RestoredCounty)

BOOST_AUTO_TEST_CASE(what_two_devices_say_again_is_one_and_the_same)
{
    tests::Laptop deputy{*this, Role::agency, "430922", "430922", 3};
    deputy.sync();
    backup = back_up();
    hall.change(person, "phone", "10000000002");
    hall.sync();
    town.sync();
    restore(backup);
    hall.sync();
    deputy.sync(); // hears of it as the hall said it again
    deputy.change(person, "phone", "10000000003");

    restore(backup);
    town.sync(); // says it again in its own words
    BOOST_TEST(on_hub(person, "phone") == "10000000002");
    deputy.sync();
    sync_all();

    BOOST_TEST(on_hub(person, "phone") == "10000000003");
    BOOST_TEST(town.inbox().size() == 0);
    BOOST_TEST(deputy.inbox().size() == 0);
}

BOOST_AUTO_TEST_CASE(a_deletion_has_seen_what_is_said_again)
{
    hall.change(person, "phone", "10000000002");
    sync_all();
    restore(backup);
    sync_all();
    remove(town, person);

    restore(backup);
    hall.sync();
    sync_all();

    BOOST_TEST(store.find_any(person)->first.deleted);
    BOOST_TEST(hall.inbox().size() == 0);
    BOOST_TEST(town.inbox().size() == 0);
}

BOOST_AUTO_TEST_CASE(what_is_said_again_for_its_owner_is_the_owners)
{
    tests::Laptop deputy{*this, Role::agency, "430922", "430922", 3};
    deputy.sync();
    const auto window = hall.add("window", {{"number", "A1"}, {"place", place.text()}});
    sync_all();
    deputy.sync();
    backup = back_up();
    town.change(window, "name", "咨询窗口");
    town.sync();
    hall.sync();
    restore(backup);
    hall.sync(); // says again what the town said
    deputy.clock.advance(60'000);
    deputy.change(window, "name", "引导窗口");
    deputy.sync();

    BOOST_TEST(on_hub(window, "name") == "咨询窗口");
    BOOST_TEST(deputy.inbox().size() == 1);
}

BOOST_AUTO_TEST_CASE(a_record_said_again_by_another_before_is_the_same_on_both_sides)
{
    const auto unit = town.add("unit", {{"name", "县公安局"}});
    sync_all();
    restore(backup);
    sync_cut_before(hall, "/v1/push");
    lose_what_was_told(hall); // the county goes back again
    town.sync();

    BOOST_TEST(hall.sync().repaired == 0);
    sync_all();
    BOOST_TEST(town.text(unit, "name") == "县公安局");
    BOOST_TEST(hall.inbox().size() == 0);
}

BOOST_AUTO_TEST_CASE(a_county_that_goes_back_while_a_device_compares_still_believes_it)
{
    town.change(person, "phone", "10000000002");
    sync_all();
    restore(backup);
    sync_cut_before(hall, "/v1/push");
    restore(backup); // whose newest mark the hall was told meanwhile
    hall.sync();

    BOOST_TEST(on_hub(person, "phone") == "10000000002");
    BOOST_TEST(store.history(person).back().device == "电脑430922101");
    hall.sync();
    BOOST_TEST(hall.store.rows().setting("lost").empty());
}

BOOST_AUTO_TEST_CASE(a_county_that_cannot_believe_loses_nothing)
{
    town.change(person, "phone", "10000000002");
    const auto window = town.add("window", {{"number", "A1"}, {"place", place.text()}});
    sync_all();
    restore(backup);
    store.rows().set_setting("mark_key", "another"); // its backup is older than its marks
    sync_all();

    BOOST_TEST(on_hub(person, "phone") == "10000000002");
    BOOST_TEST(on_hub(window, "number") == "A1");
    for (auto* laptop : {&hall, &town}) {
        BOOST_TEST(laptop->inbox().size() == 0);
        BOOST_TEST(laptop->sync().repaired == 0);
    }
}

BOOST_AUTO_TEST_CASE(a_device_that_the_county_forgot_joins_again_under_another_number)
{
    tests::Laptop other{*this, Role::agency, "430922", "430922", 3};
    other.sync();
    const auto window = other.add("window", {{"number", "A9"}, {"place", place.text()}});
    other.sync();
    const auto was = other.store.self().device;
    restore(backup);
    BOOST_CHECK_THROW(other.sync(), Problem);
    tests::Laptop stranger{*this, Role::agency, "430922", "430922", 4};

    other.join(Role::agency, "430922", "430922");
    BOOST_TEST(other.sync().returned > 0);
    sync_all();

    BOOST_TEST(other.store.self().device != was);
    BOOST_TEST(stranger.store.self().device != other.store.self().device);
    BOOST_TEST(on_hub(window, "number") == "A9");
    BOOST_TEST(hall.text(window, "number") == "A9");
    BOOST_TEST(other.sync().repaired == 0);
}

BOOST_AUTO_TEST_CASE(a_device_the_county_knows_does_not_join_again)
{
    BOOST_CHECK_THROW(hall.join(Role::agency, "430922", "430922"), UsageError);
}

BOOST_DATA_TEST_CASE_F(
    RestoredCounty, who_is_posted_nowhere_stays_its_offices, both_orders, hall_first)
{
    const auto fresh = town.add("person", {{"name", "袁燕涛"}, {"phone", "10000000005"}});
    sync_all();

    go_back(hall_first);

    BOOST_REQUIRE(town.store.find_any(fresh).has_value());
    BOOST_TEST(town.text(fresh, "phone") == "10000000005");
    BOOST_TEST(town.inbox().size() == 0);
    BOOST_TEST(store.find_any(fresh)->first.scope == Region::of("430922101")->first);
    BOOST_TEST(hall.store.history(fresh).front().device == "电脑430922101");
    BOOST_TEST(store.history(fresh).front().device == "电脑430922101");
}

BOOST_AUTO_TEST_CASE(whom_a_unit_entered_stays_the_units)
{
    const auto unit = hall.add("unit", {{"name", "县公安局"}});
    sync_all();
    tests::Laptop police{*this, Role::unit, unit.text(), "430922", 3};
    police.sync();
    backup = back_up();
    const auto fresh = police.add("person", {{"name", "袁燕涛"}, {"rank", "民警"}});
    police.sync();
    hall.sync();
    restore(backup);
    hall.sync(); // says it again before its unit does
    police.sync();

    BOOST_REQUIRE(police.store.find_any(fresh).has_value());
    BOOST_TEST(police.text(fresh, "rank") == "民警");
    BOOST_TEST(police.inbox().size() == 0);
    BOOST_TEST((store.find_any(fresh)->first.home == unit));
}

BOOST_AUTO_TEST_CASE(nobody_places_what_he_says_again_where_he_may_not_write)
{
    const auto place_said_again = [this](Scope scope) {
        Transaction transaction(db);
        const auto device = hub.device(town.store.self().device).value(); // outlives what it is for
        HubApply apply(store, device, "430922", true);
        Op op{.version = {town.store.self().device, 1, 900},
            .type = OpType::create,
            .kind = hall.def("person").id,
            .def = &hall.def("person"),
            .record = town.new_id(),
            .group = town.new_id(),
            .account = town.clerk};
        op.fields.push_back({op.def->find("name")->id, {}, std::string("袁燕涛"), {}});
        op.again = {town.store.self().device, 1, 899};
        op.scope = scope;
        apply.apply(op, 1);
        store.rows().set_number("gseq", apply.head());
        store.rows().flush_digest();
        transaction.commit();
        const auto found = store.find_any(op.record);
        return found ? found->first.scope : restricted_scope;
    };
    const auto own = Region::of("430922101")->first;
    BOOST_TEST(place_said_again(Region::of("430922101005")->first) > own);
    BOOST_TEST(place_said_again(Region::of("430922102")->first) == own);
    BOOST_TEST(place_said_again(restricted_scope) == own);
}

BOOST_AUTO_TEST_CASE(a_refusal_put_away_does_not_come_back)
{
    tests::Laptop other{*this, Role::outlet, "430922102", "430922102", 3};
    const auto strange = town.add("window", {{"number", "A1"}, {"place", place.text()}});
    town.sync();
    const auto far = hall.add("place",
        {{"name", "桃花江镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922102"}});
    hall.sync();
    hall.change(strange, "place", far.text()); // it leaves the town, which does not hear of it
    hall.sync();
    town.change(strange, "name", "咨询窗口");
    town.sync();
    BOOST_REQUIRE(!town.store.find_any(strange).has_value());
    BOOST_REQUIRE(town.inbox().size() == 1);
    backup = back_up();
    Inbox(town.store).resolve(town.inbox()[0].id, Take::mine, town.clerk);
    BOOST_TEST(town.store.unsent() == 1);
    sync_all();

    const auto open = [this] {
        SQLite::Statement row(
            db.handle(), "SELECT count(*) FROM inbox WHERE state = 'open' AND kind = 'refused'");
        row.executeStep();
        return row.getColumn(0).getInt();
    };
    BOOST_TEST(open() == 0);
    BOOST_TEST(town.inbox().size() == 0);
    go_back(false);
    BOOST_TEST(town.inbox().size() == 0);
    BOOST_TEST(open() == 0);
}

BOOST_AUTO_TEST_CASE(what_was_filled_here_is_mine_though_another_said_it_again)
{
    tests::Laptop deputy{*this, Role::agency, "430922", "430922", 3};
    deputy.sync();
    backup = back_up();
    town.change(person, "phone", "10000000002");
    sync_all();
    restore(backup);
    deputy.clock.advance(60'000);
    deputy.change(person, "phone", "10000000003");
    deputy.sync();
    hall.sync(); // says again what the town filled in
    town.sync();
    deputy.sync();
    for (auto* laptop : {&town, &hall, &deputy}) {
        BOOST_REQUIRE(laptop->inbox().size() == 1);
        const auto item = laptop->inbox()[0];
        const bool is_mine = item.mine == Value{std::string("10000000002")};
        BOOST_TEST(is_mine == (laptop == &town));
        BOOST_TEST((is_mine ? item.mine_by : item.theirs_by) == "电脑430922101 李文员");
    }
}

BOOST_AUTO_TEST_CASE(nobody_is_in_conflict_with_what_others_say_again_for_him)
{
    town.change(person, "phone", "10000000002");
    sync_but_for_the_answer(town);
    town.change(person, "phone", "10000000003"); // goes on from it, unsent
    hall.sync();
    restore(backup);
    hall.sync(); // says again what nobody answered
    lose_what_was_told(town);
    town.sync(); // sends it under a new name
    hall.sync();

    BOOST_TEST(on_hub(person, "phone") == "10000000003");
    BOOST_TEST(hall.inbox().size() == 0);
    BOOST_TEST(town.inbox().size() == 0);
}

BOOST_AUTO_TEST_CASE(words_beside_an_edit_that_came_once_more_are_not_lost)
{
    hall.change(place, "zones", "social_security");
    town.change(place, "zones", "medical_insurance");
    town.sync();
    sync_but_for_the_answer(hall);
    town.sync();
    BOOST_TEST(town.text(place, "zones") == on_hub(place, "zones"));
    restore(backup);
    tests::Laptop deputy{*this, Role::agency, "430922", "430922", 3};
    deputy.sync();
    deputy.change(place, "zones", "tax");
    deputy.sync();
    hall.sync(); // whose file knows of nothing newer: the edit comes as it came before
    BOOST_TEST(on_hub(place, "zones") == "social_security,tax");
    sync_all();

    BOOST_TEST(on_hub(place, "zones") == "medical_insurance,social_security,tax");
    BOOST_TEST(town.text(place, "zones") == on_hub(place, "zones"));
    BOOST_TEST(hall.text(place, "zones") == on_hub(place, "zones"));
}

BOOST_AUTO_TEST_SUITE_END()
