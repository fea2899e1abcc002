#include "model/assessment/score.h"

#include "tests/support/assessment.h"

using namespace tests;

namespace {

RuleLine rule(const std::string& number, const std::string& category, std::string_view given,
    AssessedKind object = AssessedKind::window)
{
    RuleLine line;
    line.number = number;
    line.category = category;
    line.object = object;
    line.text = number;
    line.points = points(given);
    return line;
}

const CategoryScore& category(const ObjectScore& score, const std::string& number)
{
    const auto found = std::ranges::find(score.categories, number, &CategoryScore::number);
    BOOST_REQUIRE(found != score.categories.end());
    return *found;
}

/// Method h with a window and its chief representatives.
struct Sheet : Ledger {
    Sheet() : Ledger(shipped("county-monthly-sheet")) {}

    Uuid window = object("不动产窗口", AssessedKind::window);
    Uuid chief = object("李代表", AssessedKind::chief);
    Uuid next = object("王代表", AssessedKind::chief);
};

} // namespace

BOOST_AUTO_TEST_SUITE(score_test)

// 苍南 (c): base 100, no floor, at most 5 bonus points.
BOOST_AUTO_TEST_CASE(method_c_takes_points_from_a_hundred)
{
    Ledger june(shipped("cangnan-2019"));
    const auto zhang = june.object("张三", AssessedKind::staff);
    june.minutes(zhang, 2026y / June / 1, "1.1", 8);
    june.minutes(zhang, 2026y / June / 2, "1.1", 10);
    june.add(zhang, 2026y / June / 3, "1.2");
    june.add(zhang, 2026y / June / 4, "1.3", 2);

    // late 8 and 10 minutes: 2 × -1; a missed punch: -2; absent two half-days: 2 × -5
    // 100 - 2 - 2 - 10 = 86
    const auto score = june.score_of(zhang);
    BOOST_TEST(*score.total == points("86"));
    BOOST_TEST(category(score, "1").deducted == points("-14"));
    BOOST_TEST(score.deductions == 4);
    BOOST_TEST(june.scores().problems.empty());
}

BOOST_AUTO_TEST_CASE(method_c_has_no_floor_and_caps_its_bonus)
{
    Ledger june(shipped("cangnan-2019"));
    june.method.lines.push_back(rule("5", "", "3", AssessedKind::staff));
    const auto zhang = june.object("张三", AssessedKind::staff);
    const auto li = june.object("李四", AssessedKind::staff);
    june.add(zhang, 2026y / June / 4, "1.3", 21); // 21 × -5 = -105: 100 - 105 = -5
    june.add(li, 2026y / June / 4, "5", 3);       // 3 × 3 = 9, of which 5 count: 105
    BOOST_TEST(june.total(zhang) == "-5");
    BOOST_TEST(june.total(li) == "105");
    const auto score = june.score_of(li);
    BOOST_TEST(score.bonus == points("9"));
    BOOST_TEST(score.bonus_counted == points("5"));

    june.method.floor = Points();
    BOOST_TEST(june.total(zhang) == "0");
}

BOOST_AUTO_TEST_CASE(minutes_outside_all_bands_cost_nothing_and_say_so)
{
    Ledger june(shipped("cangnan-2019"));
    const auto zhang = june.object("张三", AssessedKind::staff);
    june.minutes(zhang, 2026y / June / 1, "1.1", 11);
    june.minutes(zhang, 2026y / June / 2, "1.1", 1);
    const auto score = june.score_of(zhang);
    BOOST_TEST(*score.total == points("99"));
    BOOST_TEST((score.events[0].note == EventNote::no_band));
    BOOST_TEST((score.events[1].note == EventNote::none));
}

// The county sheet (h): the chief representative loses half of what his window loses; a media
// report bars from titles for the year.
BOOST_FIXTURE_TEST_CASE(method_h_takes_half_from_the_chief_representative, Sheet)
{
    serves(chief, window);
    add(window, 2026y / June / 3, "1", 3);                    // 3 × -1 = -3, and -1.5
    add(window, 2026y / June / 9, "2");                       // -2, and -1
    const auto exposed = add(window, 2026y / June / 10, "3"); // -15, and -7.5

    BOOST_TEST(total(window) == "-20"); // 0 - 3 - 2 - 15: the sheet states no base
    BOOST_TEST(total(chief) == "-10");  // -1.5 - 1 - 7.5
    const auto score = score_of(chief);
    BOOST_TEST(score.events.size() == 3U);
    BOOST_TEST((score.events[2].linked_from == window));
    BOOST_TEST(score.events[2].linked_line == "3");
    BOOST_TEST((score.events[2].entry == exposed));
    BOOST_TEST(score.events[2].points == points("-7.5"));
    BOOST_TEST(total(next) == "0");
}

BOOST_FIXTURE_TEST_CASE(a_link_reaches_who_was_there_on_the_day, Sheet)
{
    serves(chief, window, {}, 2026y / June / 15);
    serves(next, window, 2026y / June / 16, {});
    add(window, 2026y / June / 15, "1", 2);
    add(window, 2026y / June / 16, "2");
    BOOST_TEST(total(chief) == "-1");
    BOOST_TEST(total(next) == "-1");
    BOOST_TEST(score_of(next).days == 15);
    BOOST_TEST(score_of(chief).days == 15);
}

BOOST_FIXTURE_TEST_CASE(a_link_to_nobody_is_told_and_takes_nothing, Sheet)
{
    serves(chief, window, 2026y / June / 10, {});
    add(window, 2026y / June / 9, "1");
    BOOST_TEST(total(window) == "-1");
    BOOST_TEST(total(chief) == "0");
    BOOST_TEST(problem().find("2026-06-09") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(a_veto_bars_for_the_year_from_its_day_on, Sheet)
{
    serves(chief, window);
    add(window, 2026y / March / 20, "3");
    const auto bars = [&](const Uuid& id, std::string_view text) {
        period = AssessmentPeriod::parse("2026-06").value();
        const auto score = score_of(id);
        return std::ranges::any_of(score.vetoes,
            [&](const Veto& veto) { return veto.bars(*AssessmentPeriod::parse(text)); });
    };
    for (const auto& id : {window, chief}) {
        BOOST_TEST(!bars(id, "2026-02")); // it had not happened
        BOOST_TEST(bars(id, "2026-03"));
        BOOST_TEST(bars(id, "2026-06"));
        BOOST_TEST(bars(id, "2026-Q4"));
        BOOST_TEST(bars(id, "2026"));
        BOOST_TEST(!bars(id, "2027-01"));
    }
    BOOST_TEST(total(window) == "0"); // March's points are March's
    BOOST_TEST(total(chief) == "0");
    period = AssessmentPeriod::parse("2027-01").value();
    BOOST_TEST(score_of(window).vetoes.empty());
}

BOOST_FIXTURE_TEST_CASE(a_veto_of_the_quarter_ends_with_it_and_bars_from_no_longer_title, Sheet)
{
    method.vetoes = {{"2", PeriodKind::quarter}};
    add(window, 2026y / May / 2, "2");
    const auto june = score_of(window);
    BOOST_REQUIRE(june.vetoes.size() == 1U);
    BOOST_TEST(june.vetoes[0].bars(*AssessmentPeriod::parse("2026-05")));
    BOOST_TEST(june.vetoes[0].bars(*AssessmentPeriod::parse("2026-Q2")));
    BOOST_TEST(!june.vetoes[0].bars(*AssessmentPeriod::parse("2026-04")));
    BOOST_TEST(!june.vetoes[0].bars(*AssessmentPeriod::parse("2026")));
    period = AssessmentPeriod::parse("2026-07").value();
    BOOST_TEST(score_of(window).vetoes.empty());
    period = AssessmentPeriod::parse("2026").value(); // it is told of in a longer one
    BOOST_TEST(score_of(window).vetoes.size() == 1U);
}

// The county rule (i): base 100, at most 110, categories 到岗 20 … 时限 15.
BOOST_AUTO_TEST_CASE(method_i_takes_from_its_categories)
{
    Ledger june(shipped("county-window"));
    const auto window = june.object("社保窗口", AssessedKind::window);
    june.add(window, 2026y / June / 1, "1.1", 2); // 2 × -3 = -6: 到岗 20 - 6 = 14
    june.add(window, 2026y / June / 8, "4.1", 3); // 3 × -5 = -15: 时限 15 - 15 = 0
    const auto score = june.score_of(window);
    BOOST_TEST(category(score, "1").score == points("14"));
    BOOST_TEST(category(score, "4").score == points("0"));
    BOOST_TEST(category(score, "2").score == points("15"));
    BOOST_TEST(*score.total == points("79")); // 100 - 6 - 15

    june.add(window, 2026y / June / 9, "4.1"); // no floor: 时限 -5
    BOOST_TEST(june.total(window) == "74");
    june.method.categories[3].floor = Points(); // with one it stays at 0
    BOOST_TEST(june.total(window) == "79");
    BOOST_TEST(category(june.score_of(window), "4").is_clipped);

    june.method.lines.push_back(rule("9", "", "4"));
    june.add(window, 2026y / June / 9, "9", 8); // 79 + 8 × 4 = 111
    BOOST_TEST(june.total(window) == "110");
}

// 阳东 (b): efficiency 30 %, staff 30 %, duty officers 20 %, clients 20 %.
BOOST_AUTO_TEST_CASE(method_b_is_composed_of_four_scorers)
{
    Ledger june(shipped("yangdong"));
    june.method.lines.push_back(rule("1", "", "-2"));
    const auto window = june.object("公安窗口", AssessedKind::window);
    const auto zhang = june.object("张三", AssessedKind::staff);
    const auto li = june.object("李四", AssessedKind::staff);
    june.serves(zhang, window);
    june.serves(li, window, 2026y / June / 16, {}); // 15 of 30 days
    june.known = {{zhang, points("95.5")}, {li, points("90")}};
    june.add(window, 2026y / June / 2, "1", 2);
    june.ballot(window, "duty", "甲", "90");
    june.ballot(window, "duty", "乙", "95");
    june.ballot(window, "duty", "丙", "97");
    june.ballot(window, "clients", "一", "98.5");
    june.ballot(window, "clients", "二", "99");

    // efficiency: 100 - 4 = 96, × 30 % = 28.8
    // staff: (95.5 × 30 + 90 × 15) / 45 = 4215 / 45 = 93.6667, × 30 % = 28.10001
    // duty officers: (90 + 95 + 97) / 3 = 94, × 20 % = 18.8
    // clients: (98.5 + 99) / 2 = 98.75, × 20 % = 19.75
    // together 95.45001, rounded 95.45
    const auto score = june.score_of(window);
    BOOST_REQUIRE(score.scorers.size() == 4U);
    BOOST_TEST(score.scorers[0].part == points("28.8"));
    BOOST_TEST(score.scorers[1].points->text() == "93.6667");
    BOOST_TEST(score.scorers[1].part.text() == "28.10001");
    BOOST_TEST(score.scorers[2].part == points("18.8"));
    BOOST_TEST(score.scorers[3].part == points("19.75"));
    BOOST_TEST(*score.total == points("95.45"));
    BOOST_TEST(score.ledger == points("96"));
    BOOST_TEST(june.total(zhang) == "100"); // staff are no composed object here
}

BOOST_AUTO_TEST_CASE(without_one_scorer_there_is_no_score_and_it_says_whose)
{
    Ledger june(shipped("yangdong"));
    const auto window = june.object("公安窗口", AssessedKind::window);
    const auto zhang = june.object("张三", AssessedKind::staff);
    june.serves(zhang, window);
    june.ballot(window, "duty", "甲", "90");
    const auto missing = [&] {
        std::string all;
        for (const auto& why : june.score_of(window).missing)
            all += english(why) + "; ";
        return all;
    };
    BOOST_TEST(june.total(window) == "none");
    BOOST_TEST(missing()
        == "张三 has no score yet, which is part of staff; Nothing has come in yet from "
           "办事群众评分; ");
    june.known = {{zhang, points("95")}};
    june.ballot(window, "clients", "一", "98");
    BOOST_TEST(missing() == "");
    BOOST_TEST(june.total(window) == "96.1"); // 30 + 28.5 + 18 + 19.6
}

BOOST_AUTO_TEST_CASE(a_score_may_come_from_where_one_serves)
{
    Ledger june(shipped("yangdong"));
    june.method.objects = {AssessedKind::staff, AssessedKind::window};
    june.method.composition = {{"own", "own", ScorePart::ledger, 6000},
        {"windows", "windows", ScorePart::hosts, 4000, AssessedKind::window}};
    const auto zhang = june.object("张三", AssessedKind::staff);
    const auto one = june.object("甲窗口", AssessedKind::window);
    const auto other = june.object("乙窗口", AssessedKind::window);
    june.serves(zhang, one, {}, 2026y / June / 20);
    june.serves(zhang, other, 2026y / June / 21, {});
    june.known = {{one, points("90")}, {other, points("96")}};
    // windows: (90 × 20 + 96 × 10) / 30 = 92, × 40 % = 36.8; own: 100 × 60 % = 60
    BOOST_TEST(june.total(zhang) == "96.8");
}

BOOST_AUTO_TEST_CASE(ballots_that_cannot_count_are_told)
{
    Ledger june(shipped("yangdong"));
    const auto window = june.object("公安窗口", AssessedKind::window);
    const auto said = [&](const std::string& scorer, std::string_view given) {
        june.ballots.clear();
        june.ballot(window, scorer, "甲", given);
        return june.problem();
    };
    BOOST_TEST(said("nobody", "90") == "The method has no ballot of nobody");
    BOOST_TEST(said("efficiency", "90") == "The method has no ballot of efficiency");
    BOOST_TEST(said("duty", "100.01") == "A ballot gives 0 to 100 points, not 100.01");
    BOOST_TEST(said("duty", "-1") == "A ballot gives 0 to 100 points, not -1");
    june.ballots.clear();
    june.ballot(window, "duty", "甲", "90");
    june.ballot(window, "duty", "甲", "10");
    BOOST_TEST(june.problem() == "甲 has given a ballot already: the first one counts");
    BOOST_TEST(june.score_of(window).scorers[2].pieces.size() == 1U);
    june.ballots.clear();
    june.ballot(Uuid::named("object", "别处"), "duty", "甲", "90");
    BOOST_TEST(june.problem() == "It is about nothing that is assessed in this period");
}

// A prefecture's units (j): 0 per item is the least; ≥ 80 合格, 60–80 基本合格, < 60 不合格.
BOOST_AUTO_TEST_CASE(method_j_has_floors_and_words)
{
    Ledger half(shipped("prefecture-units"), "2026-H1");
    half.method.categories[0].points = points("40");
    half.method.lines = {
        rule("1", "1", "-5", AssessedKind::unit), rule("2", "", "-0.01", AssessedKind::unit)};
    const auto unit = half.object("县住建局", AssessedKind::unit);
    const auto word = [&] { return half.total(unit) + half.score_of(unit).band; };

    half.add(unit, 2026y / February / 3, "1", 4); // 40 - 20 = 20: 80 altogether
    BOOST_TEST(word() == "80合格");
    half.add(unit, 2026y / February / 3, "2"); // 79.99
    BOOST_TEST(word() == "79.99基本合格");
    half.add(unit, 2026y / March / 3, "1", 10); // 40 - 70, at least 0: 60 - 0.01
    BOOST_TEST(word() == "59.99不合格");
    half.entries.erase(half.entries.begin() + 1);
    BOOST_TEST(word() == "60基本合格");
    half.add(unit, 2026y / July / 1, "1"); // the next half-year's
    BOOST_TEST(word() == "60基本合格");
}

// 莱芜 (e): leave beyond two days a month -1 a day; overtime +1 to +3.
BOOST_AUTO_TEST_CASE(method_e_leaves_two_days_free_and_lets_choose_points)
{
    Ledger june(shipped("laiwu"));
    const auto zhang = june.object("张三", AssessedKind::staff);
    june.add(zhang, 2026y / June / 1, "2.3");    // free
    june.add(zhang, 2026y / June / 8, "2.3", 3); // one free, two cost: -2
    june.add(zhang, 2026y / June / 20, "2.3");   // -1
    BOOST_TEST(june.total(zhang) == "97");
    const auto score = june.score_of(zhang);
    BOOST_TEST((score.events[0].note == EventNote::within_free));
    BOOST_TEST(score.events[1].points == points("-2"));
    BOOST_TEST((score.events[2].note == EventNote::none));

    june.chosen(zhang, 2026y / June / 21, "3.1", "2.5"); // +2.5
    BOOST_TEST(june.total(zhang) == "99.5");
    june.entries.back().points = points("3.5");
    BOOST_TEST(june.problem() == "3.5 points are none that rule 3.1 allows, from 1 to 3");
    june.entries.back().points = points("0.5");
    BOOST_TEST(june.problem() == "0.5 points are none that rule 3.1 allows, from 1 to 3");
    june.entries.back().points.reset();
    BOOST_TEST(june.problem() == "Rule 3.1 wants to be told the points, from 1 to 3");
    BOOST_TEST(june.total(zhang) == "97");
}

BOOST_AUTO_TEST_CASE(a_rule_takes_no_more_than_its_most)
{
    Ledger june(shipped("county-window"));
    june.method.lines[0].limit = points("7");
    const auto window = june.object("社保窗口", AssessedKind::window);
    june.add(window, 2026y / June / 1, "1.1");
    june.add(window, 2026y / June / 2, "1.1", 2);
    june.add(window, 2026y / June / 3, "1.1");
    const auto score = june.score_of(window);
    BOOST_TEST(*score.total == points("93")); // -3, then -4 of -6, then nothing
    BOOST_TEST(score.events[1].points == points("-4"));
    BOOST_TEST((score.events[1].note == EventNote::beyond_limit));
    BOOST_TEST(score.events[2].points == points("0"));
    BOOST_TEST(score.deductions == 2);
}

BOOST_AUTO_TEST_CASE(points_are_earned_in_a_category_from_zero)
{
    Ledger june(shipped("county-window"));
    june.method.categories[0].start = CategoryStart::zero; // 到岗, 20
    june.method.lines.push_back(rule("1.2", "1", "8"));
    const auto window = june.object("社保窗口", AssessedKind::window);
    BOOST_TEST(june.total(window) == "80");
    june.add(window, 2026y / June / 1, "1.2", 2);
    BOOST_TEST(june.total(window) == "96");
    june.add(window, 2026y / June / 2, "1.2"); // 24, of which 20 count
    BOOST_TEST(june.total(window) == "100");
    june.add(window, 2026y / June / 3, "1.1"); // 24 - 3 = 21, still 20
    BOOST_TEST(june.total(window) == "100");
    june.add(window, 2026y / June / 4, "1.1"); // 18
    BOOST_TEST(june.total(window) == "98");
}

BOOST_AUTO_TEST_CASE(only_the_events_of_the_period_count)
{
    Ledger june(shipped("county-window"));
    const auto window = june.object("社保窗口", AssessedKind::window);
    june.add(window, 2026y / May / 31, "1.1");
    june.add(window, 2026y / June / 1, "1.1");
    june.add(window, 2026y / June / 30, "1.1");
    june.add(window, 2026y / July / 1, "1.1");
    june.add(window, 2025y / June / 15, "1.1");
    BOOST_TEST(june.total(window) == "94");
    BOOST_TEST(june.scores().problems.empty());
}

BOOST_AUTO_TEST_CASE(an_adjusting_entry_takes_back_and_stays_visible)
{
    Ledger june(shipped("county-window"));
    const auto window = june.object("社保窗口", AssessedKind::window);
    const auto event = june.add(window, 2026y / June / 1, "1.1", 3);
    june.adjust(event, -1);
    june.entries.back().day = 2026y / July / 20; // it counts on the event's own day
    BOOST_TEST(june.total(window) == "94");      // 100 - 2 × 3
    const auto once = june.score_of(window);
    BOOST_REQUIRE(once.events.size() == 1U);
    BOOST_TEST((once.events[0].adjusted_by == std::vector{june.entries.back().id}));

    june.adjust(event, -2);
    BOOST_TEST(june.total(window) == "100");
    BOOST_TEST((june.score_of(window).events[0].note == EventNote::taken_back));
    BOOST_TEST(june.scores().problems.empty());

    june.adjust(event, -1); // more than there was
    BOOST_TEST(june.total(window) == "100");
    BOOST_TEST(june.problem().find("no event that the rule knows") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_adjusting_entry_needs_a_reason_an_approver_and_an_event)
{
    Ledger june(shipped("county-window"));
    const auto window = june.object("社保窗口", AssessedKind::window);
    const auto event = june.add(window, 2026y / June / 1, "1.1");
    june.adjust(event, -1, "", "王主任");
    BOOST_TEST(june.problem().find("needs a reason") != std::string::npos);
    june.entries.back().reason = "有误";
    june.entries.back().approver = "";
    BOOST_TEST(june.problem().find("needs a reason") != std::string::npos);
    BOOST_TEST(june.total(window) == "97");
    june.entries.back().approver = "王主任";
    BOOST_TEST(june.total(window) == "100");
    june.entries.back().line = "4.1";
    BOOST_TEST(june.problem().find("another object or rule") != std::string::npos);
    june.entries.back().line = "1.1";
    june.entries.back().adjusts = Uuid::named("event", "nowhere");
    BOOST_TEST(june.problem() == "It adjusts an event that is not there");
    BOOST_TEST(june.total(window) == "97");
    june.entries.back().adjusts = event;
    june.entries.push_back(june.entries.back());
    BOOST_TEST(june.problem() == "It stands in the ledger twice");
    BOOST_TEST(june.total(window) == "100");
}

BOOST_AUTO_TEST_CASE(an_event_of_an_earlier_month_may_be_adjusted_later)
{
    Ledger june(shipped("county-window"));
    const auto window = june.object("社保窗口", AssessedKind::window);
    const auto event = june.add(window, 2026y / May / 1, "1.1");
    june.adjust(event, -1);
    june.entries.back().day = 2026y / June / 3;
    BOOST_TEST(june.scores().problems.empty());
    BOOST_TEST(june.total(window) == "100");
}

BOOST_AUTO_TEST_CASE(minutes_are_adjusted_into_another_band)
{
    Ledger june(shipped("cangnan-2019"));
    const auto zhang = june.object("张三", AssessedKind::staff);
    june.minutes(zhang, 2026y / June / 1, "1.1", 12);
    BOOST_TEST(june.total(zhang) == "100");
    june.adjust(june.entries[0].id, 0);
    june.entries.back().minutes = -4; // 8 minutes
    BOOST_TEST(june.total(zhang) == "99");
}

BOOST_AUTO_TEST_CASE(entries_that_cannot_count_are_told)
{
    Ledger june(shipped("county-monthly-sheet"));
    const auto window = june.object("社保窗口", AssessedKind::window);
    const auto said = [&](const Uuid& about, const std::string& line, std::int64_t count) {
        june.entries.clear();
        june.add(about, 2026y / June / 1, line, count);
        return june.problem();
    };
    BOOST_TEST(said(window, "77", 1) == "The method has no rule 77");
    BOOST_TEST(said(Uuid::named("object", "别处"), "1", 1)
        == "It is about nothing that is assessed in this period");
    BOOST_TEST(said(window, "1-首席", 1) == "Rule 1-首席 is about another kind of object");
    BOOST_TEST(said(window, "1", 0) == "It must count at least 1");
    june.entries.back().count = 1;
    june.entries.push_back(june.entries.back());
    BOOST_TEST(std::ranges::count(june.scores().problems, "It stands in the ledger twice",
                   [](const ScoringProblem& problem) { return english(problem.what); })
        == 1);
    BOOST_TEST(june.total(window) == "-1");

    Ledger staff(shipped("cangnan-2019"));
    staff.add(staff.object("张三", AssessedKind::staff), 2026y / June / 1, "1.1");
    BOOST_TEST(staff.problem() == "Rule 1.1 wants to know how many minutes");
}

BOOST_AUTO_TEST_CASE(who_was_never_there_has_no_score)
{
    Ledger june(shipped("cangnan-2019"));
    const auto zhang = june.object("张三", AssessedKind::staff);
    const auto li = june.object("李四", AssessedKind::staff);
    june.serves(zhang, li, {}, 2026y / May / 31);
    BOOST_TEST(june.total(zhang) == "none");
    BOOST_TEST(english(june.score_of(zhang).missing.front()) == "Not there in this period");
    BOOST_TEST(june.total(li) == "100");
    june.serves(zhang, li, 2026y / June / 30, {});
    BOOST_TEST(june.total(zhang) == "100");
    BOOST_TEST(june.score_of(zhang).days == 1);
    june.serves(zhang, li, 2026y / June / 29, 2026y / June / 30); // a day counts once
    BOOST_TEST(june.score_of(zhang).days == 2);
    BOOST_TEST(june.score_of(zhang).period_days == 30);
}

BOOST_AUTO_TEST_CASE(counts_beyond_all_measure_are_an_error)
{
    Ledger june(shipped("county-window"));
    const auto window = june.object("社保窗口", AssessedKind::window);
    june.add(window, 2026y / June / 1, "1.1", 9'000'000'000'000'000'000);
    BOOST_CHECK_THROW(june.scores(), Error);
}

BOOST_FIXTURE_TEST_CASE(every_number_is_opened_down_to_its_events, Sheet)
{
    serves(chief, window);
    method.base = points("100");
    add(window, 2026y / June / 3, "1", 3);
    add(window, 2026y / June / 9, "2");
    const auto score = score_of(chief);
    const auto steps = explain(method, score).ledger;
    BOOST_REQUIRE(steps.size() == 2U);
    BOOST_TEST(english(steps[0].what) == "Base");
    BOOST_TEST(steps[1].points == points("-2.5"));
    BOOST_REQUIRE(steps[1].events.size() == 2U);
    BOOST_TEST(english(told(method, *steps[1].events[0]))
        == "Rule 1-首席 所在窗口应送未送办件，首席代表连带, linked from rule 1");
    BOOST_TEST(steps[1].events[0]->points == points("-1.5"));
}

BOOST_AUTO_TEST_SUITE_END()
