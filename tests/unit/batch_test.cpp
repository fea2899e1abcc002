#include "model/store/batch.h"

#include "tests/support/office.h"
#include "tests/support/print.h"

using namespace model;

BOOST_FIXTURE_TEST_SUITE(batch_test, tests::Office)

BOOST_AUTO_TEST_CASE(a_created_record_comes_back_and_waits_to_be_sent_as_one_op)
{
    const auto id = add("unit", {{"name", "县公安局"}, {"category", "county_department"}});

    BOOST_TEST(text(id, "name") == "县公安局");
    BOOST_TEST(store.unsent() == 1);
    const auto ops = Outbox(store).read(1, 10, store.self());
    BOOST_REQUIRE(ops.size() == 1);
    BOOST_TEST(ops[0].fields.size() == 2);
    BOOST_TEST((ops[0].type == OpType::create));
}

BOOST_AUTO_TEST_CASE(an_edit_of_an_unsent_record_travels_with_its_creation)
{
    const auto id = add("unit", {{"name", "县公安局"}});
    change(id, "phone", "0737-8880110");

    BOOST_TEST(store.unsent() == 1);
    BOOST_TEST(Outbox(store).read(1, 10, store.self())[0].fields.size() == 2);
}

BOOST_AUTO_TEST_CASE(an_edit_after_sending_is_an_op_of_its_own_with_its_base)
{
    const auto id = add("unit", {{"name", "县公安局"}});
    db.handle().exec("UPDATE op SET payload = x'00'");
    change(id, "name", "桃江县公安局");
    change(id, "phone", "0737-8880110");

    const auto ops = Outbox(store).read(1, 10, store.self());
    BOOST_REQUIRE(ops.size() == 2);
    BOOST_REQUIRE(ops[1].fields.size() == 2);
    BOOST_TEST(ops[1].fields[0].base == ops[0].version);
    BOOST_TEST(ops[1].fields[0].base_value == Value{std::string("县公安局")});
    BOOST_TEST(ops[1].fields[1].base == Version{});
}

BOOST_AUTO_TEST_CASE(an_edit_that_is_taken_back_before_sending_is_no_edit)
{
    const auto id = add("unit", {{"name", "县公安局"}});
    db.handle().exec("UPDATE op SET payload = x'00'");
    const auto clean = store.rows().digest([](Scope, const Uuid&) { return true; });

    change(id, "name", "桃江县公安局");
    change(id, "name", "县公安局");

    const auto ops = Outbox(store).read(1, 10, store.self());
    BOOST_TEST(ops.size() == 1U); // the making of the unit
    BOOST_TEST((store.rows().digest([](Scope, const Uuid&) { return true; }) == clean));
}

BOOST_AUTO_TEST_CASE(what_is_left_without_commit_never_happened)
{
    {
        Batch batch(store, {.label = {msgid("Add {1}"), {"x"}}, .account = clerk});
        batch.create(tests::make(def("unit"), new_id(), {{"name", "县公安局"}}));
    }
    BOOST_TEST(store.unsent() == 0);
    BOOST_TEST(store.count({.def = &def("unit")}) == 0);

    const auto id = add("unit", {{"name", "县民政局"}});
    const auto sum = store.rows().digest([](Scope, const Uuid&) { return true; });
    BOOST_TEST((sum == store.rows().hash_of(store.find_any(id)->first)));
}

BOOST_AUTO_TEST_CASE(deleting_hides_and_restoring_shows_and_both_are_history)
{
    const auto id = add("unit", {{"name", "县公安局"}});
    const auto step = [&](bool away) {
        Batch batch(store, {.label = {msgid("Delete {1}"), {"x"}}, .account = clerk});
        away ? batch.remove(id) : batch.restore(id);
        batch.commit();
    };
    step(true);
    BOOST_TEST(!store.find(def("unit"), id));
    BOOST_TEST(store.count({.def = &def("unit"), .deleted = true}) == 1);
    step(false);
    BOOST_TEST(store.find(def("unit"), id).has_value());
    BOOST_TEST(store.history(id).size() == 3);
}

BOOST_AUTO_TEST_CASE(a_record_lies_where_what_it_refers_to_lies)
{
    const auto town = add("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
    const auto window = add("window", {{"number", "1"}, {"place", town.text()}});
    const auto person = add("person", {{"name", "单雪梅"}});
    BOOST_TEST(store.find_any(person)->first.scope == 430922000000);

    const auto unit = add("unit", {{"name", "修山镇人民政府"}});
    add("posting", {{"person", person.text()}, {"unit", unit.text()}, {"place", town.text()}});

    BOOST_TEST(store.find_any(window)->first.scope == 430922101000);
    BOOST_TEST(store.find_any(person)->first.scope == 430922101000);
    BOOST_TEST(store.find_any(person)->first.home == unit);

    change(town, "region", "430922103");
    BOOST_TEST(store.find_any(window)->first.scope == 430922103000);
    BOOST_TEST(store.find_any(person)->first.scope == 430922103000);
}

BOOST_AUTO_TEST_CASE(only_people_sent_by_a_unit_have_a_home_unit)
{
    const auto unit = add("unit", {{"name", "修山镇人民政府"}});
    const auto person = add("person", {{"name", "单雪梅"}});
    const auto posting =
        add("posting", {{"person", person.text()}, {"unit", unit.text()}, {"source", "township"}});
    BOOST_TEST(store.find_any(person)->first.home.is_nil());

    change(posting, "source", "sent");
    BOOST_TEST(store.find_any(person)->first.home == unit);
}

BOOST_AUTO_TEST_CASE(of_two_postings_the_later_made_one_places_whatever_came_first)
{
    const auto near = add("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
    const auto far = add("place",
        {{"name", "鸬鹚渡镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922103"}});
    const auto person = add("person", {{"name", "单雪梅"}});
    const auto earlier =
        tests::make(def("posting"), Uuid::parse("019b8bc6-7dc0-7000-8000-000000000001").value(),
            {{"person", person.text()}, {"place", near.text()}});
    const auto later =
        tests::make(def("posting"), Uuid::parse("019b8bc6-7dc0-7000-8000-000000000002").value(),
            {{"person", person.text()}, {"place", far.text()}});
    for (const auto* posting : {&later, &earlier}) {
        Batch batch(store, {.label = {msgid("Add {1}"), {"x"}}, .account = clerk});
        batch.create(*posting);
        batch.commit();
    }

    BOOST_TEST(store.find_any(person)->first.scope == 430922103000);
}

BOOST_AUTO_TEST_CASE(a_file_that_fails_at_the_beginning_of_a_step_is_told_as_such)
{
    db.handle().exec("ALTER TABLE meta RENAME TO lost");
    BOOST_CHECK_THROW(
        Batch(store, {.label = {msgid("Add {1}"), {"x"}}, .account = clerk}), StoreError);
    BOOST_CHECK_THROW(store.self(), StoreError);
}

BOOST_AUTO_TEST_CASE(the_digest_is_the_sum_of_what_the_rows_say)
{
    const auto town = add("place",
        {{"name", "修山镇便民服务中心"}, {"type", "township_centre"}, {"region", "430922101"}});
    const auto window = add("window", {{"number", "1"}, {"place", town.text()}});
    db.handle().exec("UPDATE op SET payload = x'00'");
    change(window, "number", "2");
    change(town, "region", "430922103");

    Hash128 sum;
    for (const auto& id : {town, window})
        sum ^= store.rows().hash_of(store.find_any(id)->first);
    BOOST_TEST((store.rows().digest([](Scope, const Uuid&) { return true; }) == sum));
}

BOOST_AUTO_TEST_SUITE_END()
