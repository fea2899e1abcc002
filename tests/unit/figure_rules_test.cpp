#include "model/rules/figure_rules.h"

#include "tests/support/rules.h"

using namespace model;
using namespace std::chrono;

BOOST_FIXTURE_TEST_SUITE(figure_rules_test, tests::Rulebook)

/// A city published 855 with a promised day and 441 at once, of 1,318 altogether.
BOOST_AUTO_TEST_CASE(published_parts_that_do_not_add_up_are_named)
{
    BOOST_TEST(
        says("F02", "case_count", {{"instant", "441"}, {"committed", "855"}, {"received", "1318"}})
        == "warn instant");
    BOOST_TEST(sentence().find("1296") != std::string::npos);
    BOOST_TEST(
        says("F02", "case_count", {{"instant", "441"}, {"committed", "877"}, {"received", "1318"}})
        == "");
}

/// A county published 89.14 % at once and 18.82 % with a promised day of one total.
BOOST_AUTO_TEST_CASE(published_shares_that_are_more_than_a_whole_are_named)
{
    BOOST_TEST(says("F02", "case_count",
                   {{"instant", "8914"}, {"committed", "1882"}, {"received", "10000"}})
        == "warn instant");
    BOOST_TEST(sentence().find("10796") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(channels_add_up_where_all_are_given)
{
    BOOST_TEST(says("F03", "case_count", {{"online", "60"}, {"on_site", "39"}, {"received", "100"}})
        == "warn online");
    BOOST_TEST(says("F03", "case_count", {{"online", "60"}, {"received", "100"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_part_is_no_more_than_the_whole)
{
    BOOST_TEST(says("D05", "case_count", {{"done", "-1"}}) == "refuse done");
    BOOST_TEST(says("F04", "case_count", {{"done", "10"}, {"overdue", "11"}}) == "warn overdue");
    BOOST_TEST(says("F04", "case_count", {{"received", "10"}, {"online", "11"}}) == "warn online");
    BOOST_TEST(
        says("F04", "case_count", {{"ratings", "10"}, {"satisfied", "11"}}) == "refuse satisfied");
    BOOST_TEST(says("F04", "case_count", {{"ratings", "10"}, {"satisfied", "10"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_month_stands_once_and_is_not_to_come)
{
    const auto unit = add("unit", {{"name", "县公安局"}});
    today = 2026y / November / 23;
    BOOST_TEST(says("F05", "case_count", {{"unit", unit.text()}}) == "remind month");
    BOOST_TEST(says("F07", "case_count", {{"month", "2026-12"}}) == "warn month");
    BOOST_TEST(says("F07", "case_count", {{"month", "2026-11"}}) == "");
    add("case_count", {{"unit", unit.text()}, {"month", "2026-10"}});
    BOOST_TEST(
        says("F06", "case_count", {{"unit", unit.text()}, {"month", "2026-10"}}) == "refuse unit");
    BOOST_TEST(says("F06", "case_count", {{"unit", unit.text()}, {"month", "2026-09"}}) == "");
}

BOOST_AUTO_TEST_CASE(what_does_not_add_up_stays_out_of_reports)
{
    BOOST_TEST(adds_up({.received = 100, .instant = 60, .committed = 40}));
    BOOST_TEST(adds_up({.received = 100}));
    BOOST_TEST(!adds_up({.received = 100, .instant = 60, .committed = 41}));
    BOOST_TEST(!adds_up({.received = -1}));
}

BOOST_AUTO_TEST_SUITE_END()
