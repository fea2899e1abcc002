#include "model/assessment/standing.h"

#include "model/assessment/assessed_where.h"
#include "tests/support/assessment.h"

using namespace tests;

namespace {

PeriodStanding part(std::string_view total, int days, int period_days)
{
    PeriodStanding standing;
    standing.object = Uuid::named("object", "张三");
    standing.name = "张三";
    standing.kind = AssessedKind::staff;
    if (!total.empty())
        standing.total = points(total);
    standing.days = days;
    standing.period_days = period_days;
    return standing;
}

std::string composed(const std::vector<PeriodStanding>& parts, int places = 2)
{
    AssessmentMethod method;
    method.places = places;
    const auto whole = compose(method, parts);
    return whole.total ? whole.total->text() : "none";
}

/// "here 6+0".
std::string where(const std::vector<Presence>& presence, int least = 6)
{
    const auto found = assessed_where(presence, 2026y, least);
    return (found.is_here ? "here " : "home ") + std::to_string(found.months) + '+'
        + std::to_string(found.days);
}

Presence span(std::optional<Date> from, std::optional<Date> to, const char* at = "甲")
{
    return {Uuid::named("object", "张三"), Uuid::named("object", at), from, to};
}

} // namespace

BOOST_AUTO_TEST_SUITE(standing_test)

BOOST_AUTO_TEST_CASE(months_that_were_whole_count_alike)
{
    // January has more days than February and counts no more: (90 + 95 + 97) / 3 = 94
    BOOST_TEST(composed({part("90", 31, 31), part("95", 28, 28), part("97", 31, 31)}) == "94");
    // (90 + 95.01) / 2 = 92.505, rounded 92.51; to one place 92.5
    BOOST_TEST(composed({part("90", 31, 31), part("95.01", 28, 28)}) == "92.51");
    BOOST_TEST(composed({part("90", 31, 31), part("95.01", 28, 28)}, 1) == "92.5");
}

BOOST_AUTO_TEST_CASE(a_month_that_was_joined_midway_counts_by_its_days)
{
    // 15 of 30 days count half: (90 × 1/2 + 96 + 96) / 2.5 = 237 / 2.5 = 94.8
    BOOST_TEST(composed({part("90", 15, 30), part("96", 31, 31), part("96", 30, 30)}) == "94.8");
    // 10 of 31 days: (80 × 10/31 + 100) / (41/31) = (800 + 3100) / 41 = 95.1219…
    BOOST_TEST(composed({part("80", 10, 31), part("100", 30, 30)}) == "95.12");
}

BOOST_AUTO_TEST_CASE(months_without_a_score_are_left_out)
{
    BOOST_TEST(composed({part("", 0, 31), part("96", 28, 28), part("90", 31, 31)}) == "93");
    BOOST_TEST(composed({part("", 0, 31), part("", 28, 28)}) == "none");
    BOOST_TEST(composed({}) == "none");
    BOOST_TEST(composed({part("90", 0, 30)}) == "none");
    BOOST_TEST(composed({part("90", 0, 30), part("96", 31, 31)}) == "96");
}

BOOST_AUTO_TEST_CASE(quarters_make_the_year_and_everything_else_adds_up)
{
    auto one = part("90", 90, 90);
    one.deducted = points("-10");
    one.deductions = 4;
    one.bonus = points("1");
    one.categories = {{"A", points("20")}};
    one.vetoes = {{Uuid::named("event", "1"), 2026y / March / 1, "3",
        AssessmentPeriod::parse("2026").value()}};
    auto other = part("94", 91, 91);
    other.deducted = points("-6");
    other.deductions = 2;
    other.categories = {{"A", points("25")}};
    other.vetoes = one.vetoes;
    const auto whole = compose(AssessmentMethod{}, {one, other});
    BOOST_TEST(*whole.total == points("92"));
    BOOST_TEST(whole.deducted == points("-16"));
    BOOST_TEST(whole.deductions == 6);
    BOOST_TEST(whole.bonus == points("1"));
    BOOST_TEST(whole.days == 181);
    BOOST_TEST(whole.period_days == 181);
    BOOST_TEST(whole.categories.at("A") == points("22.5"));
    BOOST_TEST(whole.vetoes.size() == 1U); // the same one
    BOOST_TEST(whole.name == "张三");
}

BOOST_AUTO_TEST_CASE(months_of_a_ledger_make_a_quarter)
{
    Ledger ledger(shipped("cangnan-2019"));
    const auto zhang = ledger.object("张三", AssessedKind::staff);
    ledger.add(zhang, 2026y / April / 7, "1.2"); // April 98
    ledger.add(zhang, 2026y / May / 7, "1.3");   // May 95
    std::vector<PeriodStanding> months;          // June 100: (98 + 95 + 100) / 3 = 97.666…
    for (const auto& month : AssessmentPeriod::parse("2026-Q2").value().parts(PeriodKind::month)) {
        ledger.period = month;
        months.push_back(standing_of(ledger.score_of(zhang)));
    }
    const auto quarter = compose(ledger.method, months);
    BOOST_TEST(quarter.total->text() == "97.67");
    BOOST_TEST(quarter.deducted == points("-7"));
}

// 绥阳: six months at the window and one is assessed at the centre.
BOOST_AUTO_TEST_CASE(six_months_at_the_hall_are_assessed_there)
{
    BOOST_TEST(where({span(2026y / January / 1, 2026y / June / 30)}) == "here 6+0");
    BOOST_TEST(where({span(2026y / January / 2, 2026y / June / 30)}) == "home 5+29");
    BOOST_TEST(where({span(2026y / July / 1, {})}) == "here 6+0");
    BOOST_TEST(where({span({}, {})}) == "here 12+0");
    BOOST_TEST(where({span(2025y / January / 1, 2025y / December / 31)}) == "home 0+0");
    BOOST_TEST(where({}) == "home 0+0");
    BOOST_TEST(where({span(2026y / January / 1, 2026y / June / 30)}, 7) == "home 6+0");
}

BOOST_AUTO_TEST_CASE(moving_between_windows_breaks_nothing)
{
    const std::vector<Presence> moved{span(2026y / March / 16, 2026y / April / 30, "乙"),
        span(2026y / January / 1, 2026y / March / 15, "甲"),
        span(2026y / May / 1, 2026y / June / 30, "甲")};
    BOOST_TEST(where(moved) == "here 6+0");
    const auto found = assessed_where(moved, 2026y, 6);
    BOOST_TEST((found.longest_at == Uuid::named("object", "甲"))); // 74 + 61 against 46 days
    // Two stays apart: 2 months and 14 days, and 3 months and 16 days make 6 months.
    BOOST_TEST(where({span(2026y / January / 1, 2026y / March / 14),
                   span(2026y / May / 1, 2026y / August / 16)})
        == "here 6+0");
}

BOOST_AUTO_TEST_SUITE_END()
