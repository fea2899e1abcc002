#include "model/store/references.h"

#include "tests/support/office.h"
#include "tests/support/print.h"

using namespace model;

namespace {

struct WithPostings : tests::Office {
    Uuid police = add("unit", {{"name", "县公安局"}});
    Uuid tax = add("unit", {{"name", "县税务局"}});
    Uuid zhang = add("person", {{"name", "张桂山"}});
    Uuid ended =
        add("posting", {{"person", zhang.text()}, {"unit", police.text()}, {"to", "2025-06-30"}});
    Uuid current = add("posting", {{"person", zhang.text()}, {"unit", police.text()}});
    Uuid window = add("window", {{"number", "A01"}, {"unit", police.text()}});
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(references_test, WithPostings)

BOOST_AUTO_TEST_CASE(records_are_counted_by_the_register_and_field_that_refer)
{
    const auto found = referring_to(store, police);

    BOOST_REQUIRE(found.size() == 2u);
    BOOST_TEST(found[0].def->name == "window");
    BOOST_TEST(found[0].count == 1);
    BOOST_TEST(found[1].def->name == "posting");
    BOOST_TEST(found[1].field->name == "unit");
    BOOST_TEST(found[1].count == 2);
    BOOST_TEST(referring_to(store, tax).empty());
    BOOST_TEST(referring_to(store, new_id()).empty());
}

BOOST_AUTO_TEST_CASE(records_that_go_on_stand_before_those_that_ended)
{
    const auto by = referring_to(store, zhang).at(0);

    const auto records = records_referring(store, by, zhang, 10);

    BOOST_REQUIRE(records.size() == 2u);
    BOOST_TEST((records[0].id == current));
    BOOST_TEST((records[1].id == ended));
    BOOST_TEST(records_referring(store, by, zhang, 1).size() == 1u);
}

BOOST_AUTO_TEST_CASE(only_records_that_are_seen_count)
{
    const SeenWhere seen = [](const EntityDef& def) {
        return def.name == "posting" ? "t.\"to\" IS NULL OR t.\"to\" > '2026-01-01'" : "0";
    };

    const auto found = referring_to(store, police, seen);

    BOOST_REQUIRE(found.size() == 1u);
    BOOST_TEST(found[0].count == 1);
    BOOST_TEST(records_referring(store, found[0], police, 10, seen).size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_record_in_the_recycle_bin_refers_to_nothing)
{
    Batch batch(store, {.label = {msgid("Delete {1}"), {"x"}}, .account = clerk});
    batch.remove(current);
    batch.commit();

    BOOST_TEST(referring_to(store, zhang).at(0).count == 1);
}

BOOST_AUTO_TEST_SUITE_END()
