// Fields that an office adds itself, between computers and their county.
#include "tests/support/county.h"
#include "tests/support/extra_fields.h"
#include "tests/support/print.h"

#include <set>

using namespace model;

namespace {

struct County : tests::CountyServer {
    tests::Laptop one{*this, Role::agency, "430922", "430922", 1};
    tests::Laptop two{*this, Role::agency, "430922", "430922", 2};
    tests::Laptop town{*this, Role::outlet, "430922101", "430922101", 3};
    tests::Laptop other_town{*this, Role::outlet, "430922102", "430922102", 4};

    Uuid plate(tests::Office& office)
    {
        return tests::define(
            office, {{"register", "place"}, {"label", "门牌号"}, {"kind", "text"}});
    }
    Uuid hall(tests::Office& office, const std::string& region)
    {
        return office.add("place", {{"name", "大厅" + region}, {"region", region}});
    }
    std::string at_county(const Uuid& record, const Uuid& definition)
    {
        const auto found = store.find_any(record).value().second;
        const auto at = found.def->index_of(extra_field_id(definition));
        return at < found.values.size() ? to_text(found.values[at]) : std::string();
    }
};

Outcome enter(
    tests::Office& office, const Uuid& record, const Uuid& definition, const std::string& text)
{
    const auto* field = tests::extra(office, "place", definition);
    BOOST_REQUIRE(field != nullptr);
    return tests::enter(office, record, *field, text);
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(local_field_sync_test, County)

BOOST_AUTO_TEST_CASE(definition_and_values_of_one_sync_arrive_at_the_county_and_at_all_below)
{
    const auto place = hall(one, "430922101");
    const auto field = plate(one);
    enter(one, place, field, "1号");
    BOOST_TEST(one.sync().complete);
    BOOST_TEST(at_county(place, field) == "1号");
    for (auto* each : {&two, &town}) {
        BOOST_TEST(each->sync().complete);
        BOOST_TEST(tests::extra_text(*each, place, field) == "1号");
    }
    enter(town, place, field, "2号");
    BOOST_TEST(town.sync().complete);
    BOOST_TEST(one.sync().complete);
    BOOST_TEST(tests::extra_text(one, place, field) == "2号");
}

BOOST_AUTO_TEST_CASE(two_edits_at_once_are_a_conflict_of_that_field_alone)
{
    const auto place = hall(one, "430922");
    const auto field = plate(one);
    enter(one, place, field, "1号");
    one.sync();
    two.sync();
    enter(one, place, field, "2号");
    enter(two, place, field, "3号");
    two.change(place, "phone", "0737-8820110");
    one.clock.advance(60'000);
    one.sync();
    two.sync();
    one.sync();
    BOOST_REQUIRE(one.inbox().size() == 1U);
    BOOST_REQUIRE(two.inbox().size() == 1U);
    const auto item = one.inbox()[0];
    BOOST_REQUIRE(item.field != nullptr);
    BOOST_TEST(item.field->label == std::string("门牌号"));
    const std::set<std::string> both{to_text(item.mine), to_text(item.theirs)};
    BOOST_TEST((both == std::set<std::string>{"2号", "3号"}));
    BOOST_TEST(one.text(place, "phone") == "0737-8820110");
    BOOST_TEST(tests::extra_text(one, place, field) == tests::extra_text(two, place, field));
}

BOOST_AUTO_TEST_CASE(a_townships_own_field_is_seen_above_and_not_beside)
{
    const auto place = hall(town, "430922101");
    const auto field = plate(town);
    enter(town, place, field, "1号");
    BOOST_TEST(town.sync().complete);
    BOOST_TEST(town.inbox().empty());
    BOOST_TEST(store.find_any(field)->first.scope == 430922101000);
    one.sync();
    other_town.sync();
    BOOST_TEST(tests::extra_text(one, place, field) == "1号");
    BOOST_TEST(tests::extra(other_town, "place", field) == nullptr);

    // One that claims to be for the whole county is not the township's to make.
    auto claim = tests::make(*town.store.catalog().find("local_field"), town.new_id(),
        {{"register", "place"}, {"label", "全县"}, {"kind", "text"}, {"region", "430922"}});
    Batch batch(town.store, {.label = {msgid("Add {1}"), {"x"}}, .account = town.clerk});
    batch.create(claim);
    batch.commit();
    town.sync();
    BOOST_TEST(!store.find_any(claim.id).has_value());
    BOOST_REQUIRE(town.inbox().size() == 1U);
    BOOST_TEST(town.inbox()[0].kind == "refused");
}

BOOST_AUTO_TEST_CASE(values_that_come_before_their_definition_wait_and_are_passed_on)
{
    const auto place = hall(one, "430922102");
    const auto field = plate(one);
    enter(one, place, field, "1号");
    one.sync();
    // The definition moves to another township, out of sight of this one.
    BOOST_TEST(other_town.sync().complete);
    BOOST_TEST(tests::extra_text(other_town, place, field) == "1号");
    one.change(field, "region", "430922101");
    one.sync();
    other_town.sync();
    BOOST_TEST(tests::extra(other_town, "place", field) == nullptr);
    const auto rid = other_town.store.rows().meta(place)->rid;
    BOOST_REQUIRE(other_town.store.rows().unknown_fields(rid).size() == 1U);
    BOOST_TEST(other_town.store.rows().unknown_fields(rid)[0].second == "\"1号\"");

    enter(one, place, field, "2号"); // still told to who does not know what it is
    one.sync();
    other_town.change(place, "phone", "0737-8820110");
    BOOST_TEST(other_town.sync().complete);
    BOOST_TEST(other_town.store.rows().unknown_fields(rid)[0].second == "\"2号\"");
    BOOST_TEST(at_county(place, field) == "2号");

    one.change(field, "region", "430922");
    one.sync();
    BOOST_TEST(other_town.sync().complete);
    BOOST_TEST(tests::extra_text(other_town, place, field) == "2号");
    BOOST_TEST((other_town.store.rows().hash_of(*other_town.store.rows().meta(place))
        == store.rows().hash_of(*store.rows().meta(place))));
}

BOOST_AUTO_TEST_CASE(what_was_typed_into_a_field_that_its_office_had_ended_is_kept)
{
    const auto place = hall(one, "430922101");
    const auto made = [&] {
        const auto field = plate(one);
        one.sync();
        town.sync();
        return field;
    }();
    BOOST_TEST(Editor(one.store, one.clerk).end(made, one.store.today(), {}).done);
    one.sync();
    enter(town, place, made, "7号"); // who has not heard of it
    BOOST_TEST(town.sync().complete);
    BOOST_TEST(town.sync().complete);
    BOOST_TEST(town.inbox().empty());
    one.sync();
    one.change(made, "retired", "");
    one.sync();
    town.sync();
    BOOST_TEST(at_county(place, made) == "7号");
    BOOST_TEST(tests::extra_text(one, place, made) == "7号");
    BOOST_TEST(tests::extra_text(town, place, made) == "7号");
}

BOOST_AUTO_TEST_CASE(two_offices_that_define_the_same_keep_both)
{
    const auto place = hall(one, "430922101");
    one.sync();
    town.sync();
    const auto ours = plate(one);
    const auto theirs = plate(town);
    enter(one, place, ours, "1号");
    enter(town, place, theirs, "甲1");
    one.sync();
    town.sync();
    one.sync();
    for (auto* each : {&one, &town}) {
        BOOST_TEST(tests::extra_text(*each, place, ours) == "1号");
        BOOST_TEST(tests::extra_text(*each, place, theirs) == "甲1");
        BOOST_TEST(std::string(tests::extra(*each, "place", ours)->label)
            != tests::extra(*each, "place", theirs)->label);
    }
}

BOOST_AUTO_TEST_SUITE_END()
