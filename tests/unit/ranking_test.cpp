#include "model/assessment/ranking.h"

#include "tests/support/assessment.h"

using namespace tests;

namespace {

struct Ranked {
    AssessmentMethod method = shipped("shaoyang-county");
    AssessmentPeriod period = AssessmentPeriod::parse("2026-Q3").value();
    std::vector<PeriodStanding> standings;

    PeriodStanding& add(const std::string& name, std::string_view total)
    {
        PeriodStanding standing;
        standing.object = Uuid::named("object", name);
        standing.name = name;
        if (!total.empty())
            standing.total = points(total);
        standing.days = standing.period_days = 92;
        standings.push_back(std::move(standing));
        return standings.back();
    }

    /// "1丙 2甲 …".
    std::string places() const
    {
        std::string all;
        for (const auto& line : rank(method, AssessedKind::window, standings))
            all += std::to_string(line.place) + standings[line.standing].name + ' ';
        return all;
    }

    TitleResult awarded()
    {
        auto results = award_titles(method, period, AssessedKind::window, standings,
            rank(method, AssessedKind::window, standings));
        BOOST_REQUIRE(!results.empty());
        return results.front();
    }

    /// "丙 awarded, 甲 barred, …".
    std::string states(const TitleResult& result) const
    {
        const auto ranking = rank(method, AssessedKind::window, standings);
        std::string all;
        for (const auto& line : result.lines)
            all += (all.empty() ? "" : ", ") + standings[ranking[line.rank].standing].name + ' '
                + std::string(choices_of<TitleState>[static_cast<std::size_t>(line.state)].code);
        return all;
    }

    std::string states() { return states(awarded()); }
};

Veto veto(std::string_view scope, Date day)
{
    return {Uuid::named("event", "veto"), day, "3", AssessmentPeriod::parse(scope).value()};
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(ranking_test, Ranked)

BOOST_AUTO_TEST_CASE(the_higher_score_stands_first_and_who_has_none_does_not_stand_at_all)
{
    add("甲", "95");
    add("乙", "97.5");
    add("丙", "");
    add("丁", "-3");
    add("戊", "99").kind = AssessedKind::staff;
    BOOST_TEST(places() == "1乙 2甲 3丁 ");
}

BOOST_AUTO_TEST_CASE(equal_scores_share_a_place_where_no_rule_parts_them)
{
    add("乙", "95");
    add("甲", "95");
    add("丙", "90");
    BOOST_TEST(places() == "1乙 1甲 3丙 ");
    const auto lines = rank(method, AssessedKind::window, standings);
    BOOST_TEST(lines[0].is_shared);
    BOOST_TEST(lines[1].is_shared);
    BOOST_TEST(!lines[2].is_shared);
}

BOOST_AUTO_TEST_CASE(tie_breaks_decide_in_their_order_and_say_which_did)
{
    method.ties = {{TieRule::fewer_deducted, ""}, {TieRule::fewer_deductions, ""},
        {TieRule::category, "A"}, {TieRule::scorer, "public"}, {TieRule::more_bonus, ""},
        {TieRule::longer_present, ""}};
    auto& one = add("甲", "95");
    one.deducted = points("-5");
    one.deductions = 3;
    auto& other = add("乙", "95");
    other.deducted = points("-6");
    other.deductions = 1;
    const auto reason = [&] {
        const auto lines = rank(method, AssessedKind::window, standings);
        return lines[1].tie
            ? choices_of<TieRule>[static_cast<std::size_t>(lines[1].tie->rule.rule)].code
            : "none";
    };
    BOOST_TEST(places() == "1甲 2乙 ");
    BOOST_TEST(reason() == "fewer_deducted");
    const auto tie = *rank(method, AssessedKind::window, standings)[1].tie;
    BOOST_TEST(tie.here == points("-6"));
    BOOST_TEST(tie.other == points("-5"));

    standings[1].deducted = points("-5");
    BOOST_TEST(places() == "1乙 2甲 ");
    BOOST_TEST(reason() == "fewer_deductions");
    standings[0].deductions = 1;
    standings[0].categories["A"] = points("30");
    standings[1].categories["A"] = points("29.5");
    BOOST_TEST(places() == "1甲 2乙 ");
    BOOST_TEST(reason() == "category");
    standings[1].categories["A"] = points("30");
    standings[1].scorers["public"] = points("1");
    BOOST_TEST(reason() == "scorer");
    standings[0].scorers["public"] = points("1");
    standings[0].bonus = points("0.5");
    BOOST_TEST(places() == "1甲 2乙 ");
    BOOST_TEST(reason() == "more_bonus");
    standings[1].bonus = points("0.5");
    standings[0].days = 91;
    BOOST_TEST(places() == "1乙 2甲 ");
    BOOST_TEST(reason() == "longer_present");
    standings[0].days = 92;
    BOOST_TEST(reason() == "none");
    BOOST_TEST(places() == "1乙 1甲 ");
}

BOOST_AUTO_TEST_CASE(movement_is_told_against_the_period_before)
{
    add("甲", "95");
    add("乙", "97");
    add("新", "96");
    const auto earlier = [] {
        Ranked before;
        before.add("甲", "99");
        before.add("乙", "98");
        before.add("走", "97");
        return before;
    }();
    auto lines = rank(method, AssessedKind::window, standings);
    add_movement(lines, standings, rank(earlier.method, AssessedKind::window, earlier.standings),
        earlier.standings);
    BOOST_TEST(*lines[0].before == 2); // 乙
    BOOST_TEST(*lines[0].moved == 1);
    BOOST_TEST(!lines[1].before);      // 新
    BOOST_TEST(*lines[2].moved == -2); // 甲, from 1 to 3
}

// 邵阳县 (g): three 红旗窗口 a quarter.
BOOST_AUTO_TEST_CASE(a_quota_is_used_up_from_the_top_and_vetoes_are_passed_over)
{
    add("甲", "99");
    add("乙", "98").vetoes = {veto("2026", 2026y / February / 1)};
    add("丙", "97");
    add("丁", "96").vetoes = {veto("2025", 2025y / December / 1)};
    add("戊", "95");
    BOOST_TEST(states() == "甲 awarded, 乙 barred, 丙 awarded, 丁 awarded, 戊 beyond_quota");
    const auto result = awarded();
    BOOST_TEST(*result.quota == 3);
    BOOST_TEST(result.count(TitleState::awarded) == 3);
    BOOST_TEST(result.lines[1].vetoes.size() == 1U);
    // One that happens after the period bars from nothing in it.
    standings[2].vetoes = {veto("2026", 2026y / November / 1)};
    BOOST_TEST(states() == "甲 awarded, 乙 barred, 丙 awarded, 丁 awarded, 戊 beyond_quota");
}

BOOST_AUTO_TEST_CASE(a_shared_place_that_does_not_fit_the_quota_is_left_to_people)
{
    add("甲", "99");
    add("乙", "98");
    add("丙", "97");
    add("丁", "97");
    add("戊", "96");
    BOOST_TEST(states() == "甲 awarded, 乙 awarded, 丁 undecided, 丙 undecided, 戊 beyond_quota");
    standings[3].vetoes = {veto("2026-Q3", 2026y / July / 1)}; // then it fits
    BOOST_TEST(states() == "甲 awarded, 乙 awarded, 丁 barred, 丙 awarded, 戊 beyond_quota");
    standings[3].vetoes.clear();
    standings[1].total = points("99");
    standings[0].total = points("99");
    standings[2].total = points("99");
    BOOST_TEST(states() == "丙 awarded, 乙 awarded, 甲 awarded, 丁 beyond_quota, 戊 beyond_quota");
}

BOOST_AUTO_TEST_CASE(a_percentage_is_of_the_ranked_rounded_down)
{
    method.titles[0].quota.reset();
    method.titles[0].percent = 20;
    for (int i = 0; i < 9; ++i)
        add("窗口" + std::to_string(i), std::to_string(99 - i));
    BOOST_TEST(*awarded().quota == 1); // 9 × 20 % = 1.8
    BOOST_TEST(awarded().count(TitleState::awarded) == 1);
    add("窗口9", "50");
    BOOST_TEST(*awarded().quota == 2);
    standings.resize(4); // 0.8: none
    BOOST_TEST(*awarded().quota == 0);
    BOOST_TEST(awarded().count(TitleState::awarded) == 0);
}

BOOST_AUTO_TEST_CASE(a_title_may_want_points_no_deductions_or_another_title)
{
    add("甲", "99").deductions = 1;
    add("乙", "98");
    add("丙", "89.99");
    method.titles[0].at_least = points("90");
    BOOST_TEST(states() == "甲 awarded, 乙 awarded, 丙 below");
    method.titles[0].without_deductions = true;
    BOOST_TEST(states() == "甲 deducted, 乙 awarded, 丙 below");
    method.titles.insert(method.titles.begin() + 1,
        {.name = "标兵",
            .object = AssessedKind::window,
            .period = PeriodKind::quarter,
            .quota = 1,
            .percent = {},
            .at_least = {},
            .without_deductions = false,
            .among = "红旗窗口"});
    const auto results = award_titles(method, period, AssessedKind::window, standings,
        rank(method, AssessedKind::window, standings));
    BOOST_REQUIRE(results.size() == 2U);
    BOOST_TEST(states(results[1]) == "甲 not_among, 乙 awarded, 丙 not_among");
}

BOOST_AUTO_TEST_CASE(without_a_stated_number_there_are_candidates)
{
    method.titles[0].quota.reset();
    add("甲", "99");
    add("乙", "98").vetoes = {veto("2026-Q3", 2026y / July / 1)};
    BOOST_TEST(states() == "甲 candidate, 乙 barred");
    BOOST_TEST(!awarded().quota);
}

BOOST_AUTO_TEST_CASE(titles_of_other_periods_and_objects_are_others)
{
    add("甲", "99");
    method = shipped("yangdong");
    const auto quota = [&](std::string_view text) {
        period = AssessmentPeriod::parse(text).value();
        return *awarded().quota;
    };
    BOOST_TEST(quota("2026-06") == 5);
    BOOST_TEST(quota("2026-Q2") == 2);
    BOOST_TEST(quota("2026") == 1);
    BOOST_TEST(award_titles(method, AssessmentPeriod::parse("2026-H1").value(),
        AssessedKind::window, standings, rank(method, AssessedKind::window, standings))
                   .empty());
}

BOOST_AUTO_TEST_SUITE_END()
