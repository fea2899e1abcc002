#include "model/base/working_days.h"

#include "model/rules/calendar.h"
#include "tests/support/print.h"

#include <boost/test/unit_test.hpp>

#include <limits>

using namespace model;
using namespace std::chrono;

namespace {

const WorkCalendar& notices()
{
    return published_calendar();
}

/// Nothing where the term does not run out.
std::string due(Date start, Term term, std::vector<ClockStop> stops = {})
{
    const auto on = notices().due_on(start, term, stops);
    return on ? to_iso(*on) : std::string();
}

std::string after(Date from, std::int64_t n)
{
    return to_iso(notices().add_working_days(from, n));
}

} // namespace

BOOST_AUTO_TEST_SUITE(working_days_test)

BOOST_AUTO_TEST_CASE(weeks_have_five_working_days_where_nothing_is_entered)
{
    const WorkCalendar plain;
    BOOST_TEST(plain.is_working_day(2026y / November / 27));
    BOOST_TEST(!plain.is_working_day(2026y / November / 28));
    BOOST_TEST(!plain.is_working_day(2026y / November / 29));
    BOOST_TEST(to_iso(plain.add_working_days(2026y / November / 27, 1)) == "2026-11-30");
    BOOST_TEST(to_iso(plain.add_working_days(2026y / November / 28, 1)) == "2026-11-30");
    BOOST_TEST(to_iso(plain.add_working_days(2026y / November / 30, -1)) == "2026-11-27");
    BOOST_TEST(to_iso(plain.add_working_days(2026y / November / 28, 0)) == "2026-11-28");
}

BOOST_AUTO_TEST_CASE(spring_festivals_with_their_working_weekends)
{
    // 2026: 15 to 23 February off; Saturday 14 and Saturday 28 worked.
    BOOST_TEST(after(2026y / February / 13, 1) == "2026-02-14");
    BOOST_TEST(after(2026y / February / 13, 2) == "2026-02-24");
    BOOST_TEST(after(2026y / February / 13, 6) == "2026-02-28");
    BOOST_TEST(after(2026y / February / 13, 7) == "2026-03-02");
    // 2020: prolonged until 2 February; Sunday 19 January worked.
    BOOST_TEST(after(2020y / January / 17, 1) == "2020-01-19");
    BOOST_TEST(after(2020y / January / 23, 1) == "2020-02-03");
    // 2012: 22 to 28 January; Saturday 21 and Sunday 29 worked.
    BOOST_TEST(after(2012y / January / 20, 2) == "2012-01-29");
    // 2004: 22 to 28 January; 17 and 18 worked.
    BOOST_TEST(after(2004y / January / 16, 2) == "2004-01-18");
    BOOST_TEST(after(2004y / January / 21, 1) == "2004-01-29");
}

BOOST_AUTO_TEST_CASE(national_days_with_their_working_weekends)
{
    // 2025, with Mid-Autumn: 1 to 8 October; Sunday 28 September and Saturday 11 October worked.
    BOOST_TEST(after(2025y / September / 26, 1) == "2025-09-28");
    BOOST_TEST(after(2025y / September / 30, 1) == "2025-10-09");
    BOOST_TEST(after(2025y / September / 30, 3) == "2025-10-11");
    BOOST_TEST(after(2025y / September / 30, 4) == "2025-10-13");
    // 2026: 1 to 7 October; Sunday 20 September and Saturday 10 October worked.
    BOOST_TEST(after(2026y / September / 18, 1) == "2026-09-20");
    BOOST_TEST(after(2026y / September / 30, 3) == "2026-10-10");
    // 2015: 1 to 7; Saturday 10 worked.
    BOOST_TEST(after(2015y / September / 30, 4) == "2015-10-12");
}

BOOST_AUTO_TEST_CASE(working_days_between_is_the_way_back)
{
    for (const auto from : {2025y / September / 26, 2026y / February / 10, 2026y / May / 31})
        for (const std::int64_t n : {0, 1, 5, 15, 60})
            BOOST_TEST(
                notices().working_days_between(from, notices().add_working_days(from, n)) == n);
    BOOST_TEST(notices().working_days_between(2026y / October / 10, 2026y / September / 30) == -3);
}

BOOST_AUTO_TEST_CASE(a_licence_of_20_working_days_over_the_spring_festival)
{
    BOOST_TEST(due(2026y / February / 6, {20, TermUnit::working_day}) == "2026-03-12");
}

BOOST_AUTO_TEST_CASE(calendar_days_count_every_day)
{
    BOOST_TEST(due(2026y / September / 25, {15, TermUnit::day}) == "2026-10-10");
    BOOST_TEST(due(2026y / September / 25, {60, TermUnit::day}) == "2026-11-24");
    BOOST_TEST(due(2026y / September / 25, {0, TermUnit::day}) == "2026-09-25");
}

BOOST_AUTO_TEST_CASE(months_and_years_end_on_the_last_day_of_a_shorter_month)
{
    BOOST_TEST(due(2026y / January / 31, {1, TermUnit::month}) == "2026-02-28");
    BOOST_TEST(due(2027y / December / 31, {2, TermUnit::month}) == "2028-02-29");
    BOOST_TEST(due(2026y / March / 15, {6, TermUnit::month}) == "2026-09-15");
    BOOST_TEST(due(2024y / February / 29, {1, TermUnit::year}) == "2025-02-28");
}

BOOST_AUTO_TEST_CASE(the_clock_stands_still_while_a_case_is_elsewhere)
{
    const Term week{7, TermUnit::day};
    const auto start = 2026y / March / 2;
    BOOST_TEST(due(start, week) == "2026-03-09");
    // In the middle, with its first and last day: three more.
    BOOST_TEST(due(start, week, {{2026y / March / 4, 2026y / March / 6}}) == "2026-03-12");
    // Over the start: day 1 is the day after it came back.
    BOOST_TEST(due(start, week, {{2026y / February / 20, 2026y / March / 10}}) == "2026-03-17");
    // Over the end.
    BOOST_TEST(due(start, week, {{2026y / March / 9, 2026y / March / 20}}) == "2026-03-21");
    // After the end, and before the start: nothing.
    BOOST_TEST(due(start, week, {{2026y / March / 10, 2026y / March / 20}}) == "2026-03-09");
    BOOST_TEST(due(start, week, {{2026y / February / 1, 2026y / March / 2}}) == "2026-03-09");
    // Two that overlap count once.
    BOOST_TEST(due(start, week,
                   {{2026y / March / 4, 2026y / March / 6}, {2026y / March / 5, 2026y / March / 8}})
        == "2026-03-14");
    // The stop of what a stop has moved counts too.
    BOOST_TEST(
        due(start, week,
            {{2026y / March / 4, 2026y / March / 6}, {2026y / March / 11, 2026y / March / 11}})
        == "2026-03-13");
}

BOOST_AUTO_TEST_CASE(a_stop_leaves_out_working_days_and_months_too)
{
    const ClockStop stop{2026y / March / 6, 2026y / March / 9}; // Friday to Monday
    BOOST_TEST(due(2026y / March / 4, {3, TermUnit::working_day}) == "2026-03-09");
    BOOST_TEST(due(2026y / March / 4, {3, TermUnit::working_day}, {stop}) == "2026-03-11");
    BOOST_TEST(due(2026y / March / 4, {1, TermUnit::month}, {stop}) == "2026-04-08");
}

BOOST_AUTO_TEST_CASE(a_stop_without_an_end_leaves_nothing_due)
{
    const Term week{7, TermUnit::day};
    BOOST_TEST(due(2026y / March / 2, week, {{2026y / March / 4, std::nullopt}}) == "");
    BOOST_TEST(due(2026y / March / 2, week, {{2026y / January / 1, std::nullopt}}) == "");
    BOOST_TEST(due(2026y / March / 2, week, {{2026y / March / 10, std::nullopt}}) == "2026-03-09");
}

BOOST_AUTO_TEST_CASE(a_term_that_makes_no_sense_is_never_due)
{
    for (const auto unit : {TermUnit::day, TermUnit::working_day, TermUnit::month, TermUnit::year})
        for (const std::int64_t count :
            {std::int64_t{-1}, std::int64_t{1'000'000}, std::numeric_limits<std::int64_t>::max()})
            BOOST_TEST(due(2026y / March / 2, {count, unit}) == "");
}

BOOST_AUTO_TEST_CASE(a_year_without_its_notice_is_told)
{
    BOOST_TEST(notices().knows(2004y));
    BOOST_TEST(notices().knows(2026y));
    BOOST_TEST(!notices().knows(2003y));
    BOOST_TEST(!notices().knows(2099y));
    BOOST_TEST(notices().knows(2025y / December / 1, 2026y / January / 31));
    BOOST_TEST(!notices().knows(2003y / December / 31, 2004y / January / 1));
    BOOST_TEST(notices().is_working_day(2099y / October / 1)); // a Thursday
}

BOOST_AUTO_TEST_CASE(own_entries_hold_before_the_notices)
{
    const std::vector<CalendarDay> own{{2026y / October / 10, DayKind::off},
        {2026y / October / 12, DayKind::off}, {2026y / October / 17, DayKind::work},
        {2099y / October / 1, DayKind::off}};
    const auto calendar = notices().with(own);
    BOOST_TEST(!calendar.is_working_day(2026y / October / 10));
    BOOST_TEST(!calendar.is_working_day(2026y / October / 12));
    BOOST_TEST(calendar.is_working_day(2026y / October / 17));
    BOOST_TEST(!calendar.is_working_day(2026y / October / 1));
    BOOST_TEST(calendar.knows(2099y));
    BOOST_TEST(notices().is_working_day(2026y / October / 10));
    // A local day off does not make the year known.
    const std::vector<CalendarDay> local{{2098y / September / 20, DayKind::off}};
    BOOST_TEST(!notices().with(local).knows(2098y));
}

BOOST_AUTO_TEST_CASE(units_have_the_names_of_the_list)
{
    for (const auto unit : {TermUnit::day, TermUnit::working_day, TermUnit::month, TermUnit::year})
        BOOST_TEST((parse_unit(unit_name(unit)) == unit));
    BOOST_TEST(!parse_unit("hour"));
}

BOOST_AUTO_TEST_SUITE_END()
