#include "tests/support/print.h"
#include "tests/support/two_laptops.h"

using namespace model;

BOOST_FIXTURE_TEST_SUITE(sync_test, tests::TwoLaptops)

BOOST_AUTO_TEST_CASE(what_one_enters_the_other_reads)
{
    const auto person = shared_person();
    BOOST_TEST(town.text(person, "name") == "单雪梅");
    BOOST_TEST(town.text(person, "phone") == "10000000001");
    BOOST_TEST(town.store.history(person).front().user == "李文员");
    BOOST_TEST(hall.store.unsent() == 0);
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
    disagree(person);

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

BOOST_AUTO_TEST_SUITE_END()
