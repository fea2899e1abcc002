#include "model/rules/layer_rules.h"

#include "tests/support/rules.h"

using namespace model;
using namespace std::chrono;

namespace {

struct Layers : tests::Rulebook {
    Uuid police = add("unit", {{"name", "县公安局"}});
    Uuid civil = add("unit", {{"name", "县民政局"}});
    Uuid main = add("item",
        {{"code", "43A1"}, {"name", "居民身份证申领"}, {"unit", police.text()}, {"layer", "main"}});
    Uuid part = add("item",
        {{"code", "43A2"}, {"name", "居民身份证丢失补领"}, {"unit", police.text()},
            {"layer", "handling"}, {"part_of", main.text()}});
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(layer_rules_test, Layers)

BOOST_AUTO_TEST_CASE(an_item_is_part_of_no_circle)
{
    BOOST_TEST(says("I21", part) == "");
    change(main, "part_of", main.text());
    BOOST_TEST(says("I21", main) == "refuse part_of");
    change(main, "part_of", part.text());
    BOOST_TEST(says("I21", main) == "warn part_of");
    BOOST_TEST(says("I21", part) == "warn part_of");
}

BOOST_AUTO_TEST_CASE(a_part_belongs_to_the_unit_of_the_whole_or_is_entrusted)
{
    BOOST_TEST(says("I22", part) == "");
    change(part, "unit", civil.text());
    BOOST_TEST(says("I22", part) == "remind part_of");
    change(part, "entrusted", "县民政局");
    BOOST_TEST(says("I22", part) == "");
}

BOOST_AUTO_TEST_CASE(a_part_ends_with_the_whole)
{
    BOOST_TEST(says("I23", part) == "");
    change(main, "state", "suspended");
    BOOST_TEST(says("I23", part) == "warn part_of");
    change(main, "state", "");
    change(main, "cancelled", "2026-06-30");
    BOOST_TEST(says("I23", part) == "warn part_of");
    change(part, "cancelled", "2026-06-30");
    BOOST_TEST(says("I23", part) == "");
    change(part, "cancelled", "");
    change(main, "cancelled", "");
    change(main, "effective", "2027-01-01");
    BOOST_TEST(says("I23", part) == ""); // the whole is still to come
}

BOOST_AUTO_TEST_CASE(layers_stand_one_above_the_other)
{
    BOOST_TEST(says("I24", part) == "");
    BOOST_TEST(says("I24", main) == "");
    change(part, "layer", "main");
    BOOST_TEST(says("I24", part) == "warn layer");
    change(part, "layer", "sub");
    BOOST_TEST(says("I24", part) == "");
    change(main, "layer", "sub");
    BOOST_TEST(says("I24", part) == "warn layer"); // a sub-item is part of no other sub-item
    change(part, "layer", "handling");
    BOOST_TEST(says("I24", part) == "");
    change(main, "layer", "handling");
    BOOST_TEST(says("I24", part) == "warn layer");
}

BOOST_AUTO_TEST_CASE(a_part_names_its_whole_and_the_entrusted_their_unit)
{
    BOOST_TEST(says("I26", "item", {{"layer", "sub"}}) == "remind part_of");
    BOOST_TEST(says("I26", "item", {{"layer", "sub"}, {"main_item", "居民身份证申领"}}) == "");
    BOOST_TEST(says("I26", "item", {{"layer", "main"}}) == "");
    BOOST_TEST(says("I27", "item", {{"power_source", "5"}}) == "remind entrusted");
    BOOST_TEST(says("I27", "item", {{"power_source", "6"}, {"entrusted", "县林业局"}}) == "");
    BOOST_TEST(says("I27", "item", {{"power_source", "1"}}) == "");
    BOOST_TEST(says("I27", "item", {{"implementer_kind", "3"}}) == "remind entrusted");
}

BOOST_AUTO_TEST_SUITE_END()
