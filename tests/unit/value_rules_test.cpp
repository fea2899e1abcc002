#include "model/rules/value_rules.h"

#include "model/entities/catalog.h"
#include "model/rules/day_orders.h"
#include "tests/support/rules.h"

using namespace model;
using namespace std::chrono;

namespace {

std::string han(std::size_t count)
{
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += "县";
    return text;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(value_rules_test, tests::Rulebook)

BOOST_AUTO_TEST_CASE(a_text_is_as_long_as_its_field_allows)
{
    BOOST_TEST(says("D04", "unit", {{"name", han(200)}}) == "");
    BOOST_TEST(says("D04", "unit", {{"name", han(201)}}) == "refuse name");
    BOOST_TEST(sentence().find("200") != std::string::npos);
    BOOST_TEST(sentence().find("201") != std::string::npos);
    BOOST_TEST(says("D04", "person", {{"name", han(51)}}) == "refuse name");
    BOOST_TEST(says("D04", "item", {{"name", han(1000)}, {"basis", han(20'000)}}) == "");
    BOOST_TEST(says("D04", "item", {{"basis", han(20'001)}}) == "refuse basis");
    BOOST_TEST(says("D04", "window", {{"types", han(201)}}) == "refuse types");
}

BOOST_AUTO_TEST_CASE(a_number_below_zero_is_refused)
{
    BOOST_TEST(says("D05", "place", {{"floor_area", "-0.01"}}) == "refuse floor_area");
    BOOST_TEST(says("D05", "place", {{"floors", "-1"}}) == "refuse floors");
    BOOST_TEST(says("D05", "item", {{"promised_days", "-1"}}) == "refuse promised_days");
    BOOST_TEST(says("D05", "item", {{"legal_days", "0"}, {"visits", "0"}}) == "");
    BOOST_TEST(says("D05", "place", {{"floor_area", "0"}, {"floors", "3"}}) == "");
}

BOOST_AUTO_TEST_CASE(nothing_ends_before_it_begins)
{
    for (const auto& order : day_orders()) {
        const auto& entity = hall_catalog().get(order.entity);
        for (const auto name : {order.first, order.last, order.or_first}) {
            if (name.empty())
                continue;
            const auto* field = entity.find(name);
            BOOST_TEST_REQUIRE((field && field->type == Type::date), order.rule << ' ' << name);
        }
        const auto told = [&](std::string_view first, const char* last) {
            return says(
                order.rule, order.entity, {{first, "2026-02-01"}, {std::string(order.last), last}});
        };
        const auto wrong = "refuse " + std::string(order.last);
        BOOST_TEST(told(order.first, "2026-01-31") == wrong, order.rule);
        BOOST_TEST(told(order.first, "2026-02-01") == "", order.rule);
        if (!order.or_first.empty())
            BOOST_TEST(told(order.or_first, "2026-01-31") == wrong, order.rule);
        BOOST_TEST(says(order.rule, order.entity, {{std::string(order.last), "2026-01-31"}}) == "");
    }
}

BOOST_AUTO_TEST_CASE(what_lies_in_the_past_is_not_still_to_come)
{
    today = 2026y / November / 23;
    BOOST_TEST(says("D06", "person", {{"working_since", "2026-11-24"}}) == "warn working_since");
    BOOST_TEST(says("D06", "person", {{"working_since", "2026-11-23"}}) == "");
    BOOST_TEST(says("D06", "item", {{"approved", "2027-01-01"}}) == "warn approved");
    BOOST_TEST(says("D06", "window", {{"opened", "2027-01-01"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_day_of_another_century_is_refused_or_doubted)
{
    BOOST_TEST(says("D07", "person", {{"birth", "1899-12-31"}}) == "refuse birth");
    BOOST_TEST(says("D07", "person", {{"birth", "1900-01-01"}}) == "");
    BOOST_TEST(says("D07", "window", {{"opened", "0202-01-01"}}) == "refuse opened");
    BOOST_TEST(says("D07", "posting", {{"to", "2206-01-01"}}) == "warn to");
    BOOST_TEST(says("D07", "person", {{"skill_valid_until", "9999-12-31"}}) == "");
}

BOOST_AUTO_TEST_SUITE_END()
