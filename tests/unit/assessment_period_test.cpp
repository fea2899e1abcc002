#include "tests/support/assessment.h"

using namespace tests;

BOOST_AUTO_TEST_SUITE(assessment_period_test)

BOOST_AUTO_TEST_CASE(periods_are_written_and_read)
{
    for (const auto* text : {"2026-10", "2026-Q4", "2026-H2", "2026", "2024-02"})
        BOOST_TEST(AssessmentPeriod::parse(text).value().text() == text);
    for (const auto* wrong : {"", "2026-13", "2026-00", "2026-Q5", "2026-H3", "26-1", "2026-1",
             "2026-10-01", "2026-Q0", "2026Q1"})
        BOOST_TEST(!AssessmentPeriod::parse(wrong), wrong);
}

BOOST_AUTO_TEST_CASE(a_period_has_its_days_and_its_parts)
{
    const auto february = AssessmentPeriod::of(PeriodKind::month, 2024y / February / 10);
    BOOST_TEST(february.days() == 29);
    BOOST_TEST(february.before().text() == "2024-01");
    const auto quarter = AssessmentPeriod::of(PeriodKind::quarter, 2026y / June / 30);
    BOOST_TEST(quarter.text() == "2026-Q2");
    BOOST_TEST(to_iso(quarter.first) == "2026-04-01");
    BOOST_TEST(quarter.days() == 91);
    BOOST_TEST(quarter.parts(PeriodKind::month).size() == 3U);
    BOOST_TEST(quarter.after().text() == "2026-Q3");
    const auto year = AssessmentPeriod::parse("2026").value();
    BOOST_TEST(year.parts(PeriodKind::quarter).back().text() == "2026-Q4");
    BOOST_TEST(year.before().text() == "2025");
    BOOST_TEST(year.has(quarter));
    BOOST_TEST(!quarter.has(year));
}

BOOST_AUTO_TEST_CASE(a_method_freezes_on_its_day_of_the_month_after)
{
    AssessmentMethod method;
    const auto january = AssessmentPeriod::parse("2026-01").value();
    BOOST_TEST(!freeze_on(method, january));
    method.freeze_day = 5;
    BOOST_TEST(to_iso(*freeze_on(method, january)) == "2026-02-05");
    method.freeze_day = 31;
    BOOST_TEST(to_iso(*freeze_on(method, january)) == "2026-02-28");
    BOOST_TEST(
        to_iso(*freeze_on(method, AssessmentPeriod::parse("2026-Q4").value())) == "2027-01-31");
}

BOOST_AUTO_TEST_CASE(a_period_has_the_version_of_its_first_day)
{
    std::vector<AssessmentMethod> versions(3);
    versions[0].version = "old";
    versions[0].to = 2025y / December / 31;
    versions[1].version = "2026";
    versions[1].from = 2026y / January / 1;
    versions[2].version = "mid";
    versions[2].from = 2026y / June / 15;
    const auto version = [&](std::string_view period) {
        const auto* found = version_for(versions, AssessmentPeriod::parse(period).value());
        return found ? found->version : std::string();
    };
    BOOST_TEST(version("2025-12") == "old");
    BOOST_TEST(version("2026-06") == "2026");
    BOOST_TEST(version("2026-07") == "mid");
    versions.erase(versions.begin());
    BOOST_TEST(version("2025-12").empty());
}

BOOST_AUTO_TEST_SUITE_END()
