#include "tests/support/restored_county.h"

using namespace model;
using tests::both_orders;
using tests::RestoredCounty;

BOOST_FIXTURE_TEST_SUITE(restored_county_test, RestoredCounty)

BOOST_DATA_TEST_CASE_F(RestoredCounty, what_the_county_lost_comes_back, both_orders, hall_first)
{
    hall.change(person, "badge", "017");
    town.change(person, "phone", "10000000002");
    const auto window = town.add("window", {{"number", "A1"}, {"place", place.text()}});
    const auto item = hall.add("item", {{"code", "430922-1"}, {"name", "身份证补领"}});
    sync_all();

    go_back(hall_first);

    for (auto* laptop : {&hall, &town}) {
        BOOST_TEST(laptop->text(person, "badge") == "017");
        BOOST_TEST(laptop->text(person, "phone") == "10000000002");
        BOOST_TEST(laptop->text(window, "number") == "A1");
        BOOST_TEST(laptop->text(item, "name") == "身份证补领");
        BOOST_TEST(laptop->inbox().size() == 0);
    }
    BOOST_TEST(on_hub(person, "badge") == "017");
    BOOST_TEST(on_hub(person, "phone") == "10000000002");
    BOOST_TEST(on_hub(window, "number") == "A1");
    BOOST_TEST(on_hub(item, "name") == "身份证补领");
}

BOOST_DATA_TEST_CASE_F(RestoredCounty, an_edit_of_an_edit_is_no_conflict, both_orders, hall_first)
{
    hall.change(person, "phone", "10000000002");
    sync_all();
    town.change(person, "phone", "10000000003");
    town.sync(); // the hall does not hear of it

    go_back(hall_first);

    BOOST_TEST(on_hub(person, "phone") == "10000000003");
    BOOST_TEST(hall.text(person, "phone") == "10000000003");
    BOOST_TEST(hall.inbox().size() == 0);
    BOOST_TEST(town.inbox().size() == 0);
}

BOOST_AUTO_TEST_CASE(who_said_it_and_when_stays)
{
    town.clock.advance(3'600'000);
    town.change(person, "phone", "10000000002");
    sync_all();

    go_back(true);

    const auto last = hall.store.history(person).back();
    BOOST_TEST(last.user == "李文员");
    auto& stamp =
        store.rows().statements().get("SELECT at FROM history WHERE fid = ? ORDER BY id DESC");
    stamp.bind(1, hall.def("person").find("phone")->id);
    BOOST_REQUIRE(stamp.executeStep());
    BOOST_TEST(stamp.getColumn(0).getInt64() == tests::new_year_2026 + 3'600'000);
}

BOOST_AUTO_TEST_CASE(an_edit_made_on_the_restored_county_meets_the_lost_one_as_a_conflict)
{
    town.change(person, "phone", "10000000002");
    town.sync();
    restore(backup);
    hall.change(person, "phone", "10000000003");
    hall.sync();

    town.sync();
    hall.sync();
    town.sync();

    BOOST_REQUIRE(hall.inbox().size() == 1);
    BOOST_REQUIRE(town.inbox().size() == 1);
    BOOST_TEST(town.inbox()[0].mine == Value{std::string("10000000002")});
    BOOST_TEST(town.inbox()[0].theirs == Value{std::string("10000000003")});
    BOOST_TEST(hall.text(person, "phone") == town.text(person, "phone"));
}

BOOST_DATA_TEST_CASE_F(RestoredCounty, what_was_deleted_stays_deleted, both_orders, hall_first)
{
    const auto window = hall.add("window", {{"number", "A1"}, {"place", place.text()}});
    sync_all();
    backup = back_up();
    remove(hall, window);
    sync_all();

    go_back(hall_first);

    for (auto* laptop : {&hall, &town})
        BOOST_TEST(laptop->store.find_any(window)->first.deleted);
    BOOST_TEST(store.find_any(window)->first.deleted);
}

BOOST_DATA_TEST_CASE_F(RestoredCounty, an_open_conflict_waits_again, both_orders, hall_first)
{
    disagree();
    BOOST_REQUIRE(hall.inbox().size() == 1);

    go_back(hall_first);

    BOOST_REQUIRE(hall.inbox().size() == 1);
    BOOST_REQUIRE(town.inbox().size() == 1);
    const auto item = hall.inbox()[0];
    BOOST_TEST((item.mine == Value{std::string("10000000003")}
        || item.theirs == Value{std::string("10000000003")}));
    Inbox(hall.store).resolve(item.id, Value{std::string("10000000003")}, hall.clerk);
    sync_all();
    BOOST_TEST(town.text(person, "phone") == "10000000003");
    BOOST_TEST(hall.inbox().size() == 0);
    BOOST_TEST(town.inbox().size() == 0);
}

BOOST_AUTO_TEST_CASE(a_conflict_put_back_is_not_lost_with_a_second_restoration)
{
    town.change(person, "phone", "10000000004");
    town.sync();
    hall.clock.advance(1000);
    hall.change(person, "phone", "10000000003");
    hall.sync(); // the town does not hear of the conflict
    BOOST_REQUIRE(hall.inbox().size() == 1);

    restore(backup);
    sync_cut_at_the_end(hall);
    restore(backup);
    hall.sync();
    BOOST_TEST(hall.inbox().size() == 1);
    sync_all();

    BOOST_TEST(hall.inbox().size() == 1);
    BOOST_TEST(town.inbox().size() == 1);
    go_back(true);
    BOOST_TEST(hall.inbox().size() == 1);
    BOOST_TEST(town.inbox().size() == 1);
}

BOOST_DATA_TEST_CASE_F(
    RestoredCounty, a_conflict_that_was_decided_is_no_question_again, both_orders, hall_first)
{
    disagree();
    BOOST_REQUIRE(hall.inbox().size() == 1);
    Inbox(hall.store).resolve(hall.inbox()[0].id, Value{std::string("10000000005")}, hall.clerk);
    hall.sync(); // the town does not hear of it

    go_back(hall_first);

    BOOST_TEST(on_hub(person, "phone") == "10000000005");
    BOOST_TEST(hall.inbox().size() == 0);
    BOOST_TEST(town.inbox().size() == 0);
}

BOOST_DATA_TEST_CASE_F(
    RestoredCounty, a_decision_made_after_the_backup_is_told_again, both_orders, hall_first)
{
    disagree();
    backup = back_up(); // in which the conflict is open
    BOOST_REQUIRE(hall.inbox().size() == 1);
    Inbox(hall.store).resolve(hall.inbox()[0].id, Value{std::string("10000000005")}, hall.clerk);
    sync_all();
    BOOST_REQUIRE(Inbox(store).count_open() == 0);

    go_back(hall_first);

    BOOST_TEST(on_hub(person, "phone") == "10000000005");
    BOOST_TEST(Inbox(store).count_open() == 0);
    for (auto* laptop : {&hall, &town}) {
        BOOST_TEST(laptop->inbox().size() == 0);
        BOOST_TEST(laptop->text(person, "phone") == "10000000005");
    }
}

BOOST_DATA_TEST_CASE_F(
    RestoredCounty, a_lost_edit_does_not_outrun_the_one_it_beat, both_orders, hall_first)
{
    town.change(person, "phone", "10000000004");
    town.sync();
    hall.clock.advance(1000);
    hall.change(person, "phone", "10000000003");
    backup = back_up(); // the county knows of the first edit alone
    sync_all();
    BOOST_REQUIRE(hall.inbox().size() == 1);

    go_back(hall_first);

    BOOST_TEST(hall.text(person, "phone") == town.text(person, "phone"));
    for (auto* laptop : {&hall, &town}) {
        BOOST_REQUIRE(laptop->inbox().size() == 1);
        const auto item = laptop->inbox()[0];
        BOOST_TEST(to_text(item.mine) != to_text(item.theirs));
    }
}

BOOST_DATA_TEST_CASE_F(
    RestoredCounty, an_edit_the_deletion_had_not_seen_is_told_again, both_orders, hall_first)
{
    town.change(person, "phone", "10000000004");
    town.sync();
    backup = back_up();
    remove(hall, person); // which has not seen the edit
    sync_all();
    BOOST_REQUIRE(hall.inbox().size() == 1);

    go_back(hall_first);

    for (auto* laptop : {&hall, &town}) {
        BOOST_TEST(laptop->store.find_any(person)->first.deleted);
        BOOST_REQUIRE(laptop->inbox().size() == 1);
        BOOST_TEST(laptop->inbox()[0].kind == "after_deletion");
        BOOST_TEST(to_text(laptop->inbox()[0].mine) == "10000000004");
    }
}

BOOST_AUTO_TEST_CASE(an_unsent_edit_of_a_lost_value_is_no_conflict)
{
    hall.change(person, "phone", "10000000002");
    sync_all();
    town.change(person, "phone", "10000000003");

    go_back(false);

    BOOST_TEST(hall.text(person, "phone") == "10000000003");
    BOOST_TEST(hall.inbox().size() == 0);
    BOOST_TEST(town.inbox().size() == 0);
}

BOOST_AUTO_TEST_CASE(an_edit_made_beside_one_that_was_lost_is_still_a_conflict)
{
    town.change(person, "phone", "10000000003"); // waits, and has not seen what follows
    hall.change(person, "phone", "10000000002");
    hall.sync();
    sync_cut_before(town, "/v1/push");
    lose_what_was_told(town);
    restore(backup);

    town.sync();
    hall.sync();
    town.sync();

    BOOST_TEST(hall.inbox().size() == 1);
    BOOST_TEST(town.inbox().size() == 1);
}

BOOST_AUTO_TEST_CASE(an_edit_while_comparing_is_sent_too)
{
    hall.change(person, "phone", "10000000002");
    sync_all();
    restore(backup);
    before = [&](const HttpRequest& request) {
        if (request.path == "/v1/push" && hall.text(person, "phone") != "10000000009")
            hall.change(person, "phone", "10000000009");
    };
    hall.sync();
    before = {};
    sync_all();

    BOOST_TEST(on_hub(person, "phone") == "10000000009");
    BOOST_TEST(town.text(person, "phone") == "10000000009");
    BOOST_TEST(town.inbox().size() == 0);
}

BOOST_AUTO_TEST_CASE(whoever_heard_of_nothing_newer_has_nothing_to_compare)
{
    restore(backup);
    const auto asked = requests;
    const auto result = town.sync();

    BOOST_TEST(result.returned == 0);
    BOOST_TEST(requests - asked == 1);
}

BOOST_AUTO_TEST_CASE(a_comparison_that_is_cut_goes_on)
{
    hall.change(person, "badge", "017");
    const auto item = hall.add("item", {{"code", "430922-1"}, {"name", "身份证补领"}});
    sync_all();
    restore(backup);
    for (int cut = 1; cut < 12; ++cut) {
        int left = cut;
        after = [&left](HttpResponse&) {
            if (--left == 0)
                throw SyncError({msgid("The connection was cut")});
        };
        try {
            hall.sync();
        } catch (const SyncError&) {
        }
    }
    after = {};
    sync_all();

    BOOST_TEST(on_hub(person, "badge") == "017");
    BOOST_TEST(town.text(item, "name") == "身份证补领");
    BOOST_TEST(hall.sync().repaired == 0);
}

BOOST_AUTO_TEST_CASE(a_power_cut_at_the_end_of_comparing_takes_no_value_away)
{
    const auto bureau =
        hall.add("unit", {{"name", "县公安局"}}); // which a township may not say again
    sync_all();
    backup = back_up();
    hall.change(person, "badge", "017");
    sync_all();
    restore(backup);
    hall.sync();
    const auto cut = [](const SyncProgress& now) -> bool {
        if (now.done > 0 && now.step == std::string_view("Comparing with the restored county"))
            throw std::runtime_error("The power is cut"); // all is read, and nothing drawn from it
        return true;
    };
    BOOST_CHECK_THROW(Link(town.store, *this).sync(cut), std::runtime_error);
    hall.change(bureau, "phone", "0737-8888001");
    hall.sync();

    const auto result = town.sync();

    BOOST_TEST(result.repaired == 0);
    BOOST_TEST(town.text(bureau, "phone") == "0737-8888001");
    BOOST_TEST(town.text(bureau, "name") == "县公安局");
}

BOOST_AUTO_TEST_CASE(what_leaves_its_sight_while_a_file_compares_is_gone_from_it)
{
    const auto centre =
        hall.add("place", {{"name", "县政务服务中心"}, {"type", "hall"}, {"region", "430922"}});
    sync_all();
    backup = back_up();
    hall.change(person, "phone", "10000000002");
    sync_all();
    restore(backup);
    hall.sync();
    sync_cut_before(town, "/v1/pull", 3, {.records = 1}); // the place and the person are compared
    BOOST_REQUIRE(town.store.find_any(person));
    hall.change(posting, "place", centre.text());
    hall.sync();

    const auto result = town.sync();

    BOOST_TEST(result.repaired == 0);
    BOOST_TEST(!town.store.find_any(person));
    BOOST_TEST(hall.store.find_any(person).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
