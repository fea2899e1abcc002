#include "tests/support/editing.h"
#include "tests/support/rules.h"

using namespace model;
using namespace std::chrono;

BOOST_FIXTURE_TEST_SUITE(setting_rules_test, tests::Rulebook)

BOOST_AUTO_TEST_CASE(a_figure_without_number_or_day_says_that_it_changes_nothing)
{
    BOOST_TEST(says("ST01", "setting", {{"matter", "complaint_reply"}}) == "warn value");
    BOOST_TEST(says("ST04", "setting", {{"matter", "complaint_reply"}}) == "warn from");
    BOOST_TEST(says("ST01", "setting", {{"matter", "complaint_reply"}, {"value", "0"}}) == "");
    BOOST_TEST(
        says("ST04", "setting", {{"matter", "complaint_reply"}, {"from", "2026-01-01"}}) == "");
    BOOST_TEST(says("D01", "setting", {{"value", "7"}}) == "refuse matter");
}

BOOST_AUTO_TEST_CASE(nonsense_is_refused)
{
    BOOST_TEST(
        says("D05", "setting", {{"matter", "complaint_reply"}, {"value", "-1"}}) == "refuse value");
    BOOST_TEST(says("ST02", "setting", {{"matter", "complaint_reply"}, {"value", "36501"}})
        == "refuse value");
    BOOST_TEST(says("ST02", "setting", {{"matter", "complaint_reply"}, {"value", "36500"}}) == "");
}

BOOST_AUTO_TEST_CASE(a_unit_fits_its_matter)
{
    const auto unit = [&](const char* matter, const char* of) {
        return says("ST03", "setting", {{"matter", matter}, {"value", "7"}, {"unit", of}});
    };
    BOOST_TEST(unit("complaint_reply", "working_day") == "");
    BOOST_TEST(unit("complaint_reply", "day") == "");
    BOOST_TEST(unit("complaint_reply", "month") == "");
    BOOST_TEST(unit("complaint_reply", "percent") == "refuse unit");
    BOOST_TEST(unit("complaint_reply", "count") == "refuse unit");
    BOOST_TEST(unit("posting_months", "month") == "");
    BOOST_TEST(unit("posting_months", "year") == "refuse unit");
    BOOST_TEST(unit("posting_months", "") == "");
}

BOOST_AUTO_TEST_CASE(two_figures_of_one_matter_do_not_begin_on_one_day)
{
    const auto first =
        add("setting", {{"matter", "complaint_reply"}, {"value", "5"}, {"from", "2026-01-01"}});
    BOOST_TEST(says("ST05", first) == "");
    const auto again = [&](const char* matter, const char* from) {
        return says("ST05", "setting", {{"matter", matter}, {"value", "3"}, {"from", from}});
    };
    BOOST_TEST(again("complaint_reply", "2026-01-01") == "remind from");
    BOOST_TEST(again("complaint_reply", "2026-01-02") == "");
    BOOST_TEST(again("rating_contact", "2026-01-01") == "");
    BOOST_TEST(again("complaint_reply", "") == "");
}

BOOST_AUTO_TEST_CASE(a_figure_against_the_law_is_warned_of)
{
    const auto told = [&](const char* matter, const char* value, const char* unit,
                          const char* from) {
        return says("ST06", "setting",
            {{"matter", matter}, {"value", value}, {"unit", unit}, {"from", from}});
    };
    BOOST_TEST(told("assessment_kept_years", "2", "", "2026-01-01") == "warn value");
    BOOST_TEST((last.source && last.source->article == "第五十六条"));
    BOOST_TEST(told("assessment_kept_years", "5", "", "2026-01-01") == "");
    BOOST_TEST(told("assessment_kept_years", "2", "", "2021-01-01") == ""); // before the law
    BOOST_TEST(told("petition_decision", "90", "", "2026-01-01") == "warn value");
    BOOST_TEST(told("petition_decision", "45", "day", "2026-01-01") == "");
    BOOST_TEST(told("complaint_reply", "90", "", "2026-01-01") == ""); // no law says how long
}

BOOST_AUTO_TEST_CASE(a_day_is_off_or_worked_and_entered_once)
{
    BOOST_TEST(says("D01", "calendar_day", {{"kind", "off"}}) == "refuse date");
    BOOST_TEST(says("CD01", "calendar_day", {{"date", "2027-10-01"}}) == "warn kind");
    BOOST_TEST(says("CD01", "calendar_day", {{"date", "2027-10-01"}, {"kind", "off"}}) == "");
    const auto first = add("calendar_day", {{"date", "2027-10-01"}, {"kind", "off"}});
    BOOST_TEST(says("CD02", first) == "");
    BOOST_TEST(says("CD02", "calendar_day", {{"date", "2027-10-01"}}) == "warn date");
    BOOST_TEST(says("CD02", "calendar_day", {{"date", "2027-10-02"}}) == "");
}

BOOST_AUTO_TEST_CASE(an_ordinary_weekday_needs_not_be_worked_to_make_up_for_something)
{
    const auto told = [&](const char* date, const char* kind) {
        return says("CD03", "calendar_day", {{"date", date}, {"kind", kind}});
    };
    BOOST_TEST(told("2027-10-11", "work") == "remind date"); // a Monday
    BOOST_TEST(told("2027-10-09", "work") == "");            // a Saturday
    BOOST_TEST(told("2026-10-05", "work") == "");            // a Monday that the notice has off
    BOOST_TEST(told("2027-10-11", "off") == "");
}

BOOST_FIXTURE_TEST_CASE(two_machines_make_one_record_of_a_day, tests::Editing)
{
    tests::Editing other;
    const auto here = made("calendar_day", {{"date", "2027-10-01"}, {"kind", "off"}});
    BOOST_TEST(here
        == other.made(
            "calendar_day", {{"date", "2027-10-01"}, {"kind", "off"}, {"name", "国庆节"}}));
    BOOST_TEST(here != made("calendar_day", {{"date", "2027-10-02"}, {"kind", "off"}}));
}

BOOST_AUTO_TEST_SUITE_END()
