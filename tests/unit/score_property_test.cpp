#include "model/assessment/score.h"
#include "tests/support/assessment.h"

#include <algorithm>
#include <random>

using namespace tests;

namespace {

/// A method with everything a method can have.
const std::string everything = R"({
 "format": 1, "id": "everything", "name": "全", "version": "1", "from": "2026-01-01",
 "source": {"document": "测试"}, "objects": ["window", "chief", "unit"], "period": "month",
 "base": 100, "floor": 20, "max": 104, "bonus_cap": 6, "places": 2,
 "categories": [
  {"number": "A", "name": "甲", "points": 30, "floor": 5},
  {"number": "B", "name": "乙", "points": 50},
  {"number": "C", "name": "丙", "points": 20, "floor": 0, "start": "zero"}
 ],
 "lines": [
  {"number": "A1", "category": "A", "text": "a1", "per": "half_day", "points": "-3.25"},
  {"number": "A2", "category": "A", "text": "a2", "per": "minutes",
   "bands": [{"from": 1, "to": 10, "points": -1}, {"from": 11, "to": 30, "points": "-2.5"}]},
  {"number": "B1", "category": "B", "text": "b1", "per": "day", "points": -2, "free": 3},
  {"number": "B2", "category": "B", "text": "b2", "per": "case", "points": "-0.77", "limit": 4},
  {"number": "B3", "category": "B", "text": "b3", "per": "time", "points": 1, "to": 3},
  {"number": "C1", "category": "C", "text": "c1", "per": "case", "points": "2.5"},
  {"number": "D1", "text": "d1", "per": "time", "points": "1.5"},
  {"number": "D2", "text": "d2", "per": "time", "points": -4},
  {"number": "K1", "object": "chief", "text": "k1", "per": "time", "limit": 9},
  {"number": "K2", "object": "chief", "text": "k2", "per": "time"},
  {"number": "U1", "object": "unit", "text": "u1", "per": "time"}
 ],
 "links": [
  {"from": "A1", "to": "K1", "ratio": "0.33"}, {"from": "B2", "to": "K1", "ratio": "0.5"},
  {"from": "D2", "to": "K2", "ratio": "0.25"}, {"from": "D2", "to": "U1", "ratio": "0.1"}
 ],
 "composition": [
  {"code": "own", "name": "own", "part": "ledger", "weight": "41.67"},
  {"code": "staff", "name": "staff", "part": "members", "weight": "25.33"},
  {"code": "duty", "name": "duty", "part": "ballot", "weight": 33}
 ]
})";

/// A month of some windows, chiefs and units, made from a seed.
struct RandomMonth : Ledger {
    explicit RandomMonth(unsigned seed) : Ledger(method_from(everything)), random(seed)
    {
        for (int i = 0; i < 3; ++i) {
            const auto n = std::to_string(i);
            windows.push_back(object("window" + n, AssessedKind::window));
            const auto chief = object("chief" + n, AssessedKind::chief);
            const auto unit = object("unit" + n, AssessedKind::unit);
            const auto staff = object("staff" + n, AssessedKind::staff);
            serves(chief, windows.back(), day(1), day(10 + below(20)));
            serves(windows.back(), unit);
            serves(staff, windows.back(), day(1 + below(20)), {});
            known.push_back({staff, cents(10'000)});
            for (int voter = 0; voter < 3; ++voter)
                ballot(windows.back(), "duty", std::to_string(voter), cents(10'000).text());
        }
        const auto events = below(40);
        for (int i = 0; i < events; ++i)
            event();
    }

    int below(int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); }
    Date day(int number) const
    {
        return 2026y / June / std::chrono::day(static_cast<unsigned>(number));
    }
    Points cents(int most) { return points("0.01") * below(most); }
    Uuid some_window() { return windows[static_cast<std::size_t>(below(3))]; }

    void event()
    {
        const char* lines[]{"A1", "A2", "B1", "B2", "B3", "C1", "D1", "D2"};
        const std::string line = lines[below(8)];
        add(some_window(), day(1 + below(30)), line, 1 + below(3));
        if (line == "A2")
            entries.back().minutes = below(40);
        if (line == "B3")
            entries.back().points = points("1") + cents(200);
        if (below(6) == 0)
            adjust(entries.back().id, -1);
    }

    void deduction()
    {
        const char* lines[]{"A1", "A2", "B1", "B2", "D2"};
        const std::string line = lines[below(5)];
        add(some_window(), day(1 + below(30)), line, 1 + below(3));
        if (line == "A2")
            entries.back().minutes = below(40);
    }

    std::mt19937 random;
    std::vector<Uuid> windows;
};

/// Everything a scoring came to, in one text.
std::string all_of(const AssessmentMethod& method, const PeriodScores& scores)
{
    std::string all;
    for (const auto& score : scores.objects) {
        all += score.object.name + ' ' + (score.total ? score.total->text() : "none") + ' '
            + score.ledger.text() + ' ' + score.bonus.text() + ' ' + std::to_string(score.days);
        for (const auto& event : score.events)
            all += " (" + event.entry.text() + event.line + event.points.text()
                + std::to_string(static_cast<int>(event.note)) + ')';
        for (const auto& scorer : score.scorers)
            all += ' ' + scorer.part.text();
        for (const auto& step : explain(method, score).ledger)
            all += ' ' + english(step.what) + step.points.text();
        all += '\n';
    }
    for (const auto& problem : scores.problems)
        all += problem.id.text() + english(problem.what) + '\n';
    return all;
}

constexpr unsigned seeds = 300;

} // namespace

BOOST_AUTO_TEST_SUITE(score_property_test)

BOOST_AUTO_TEST_CASE(the_order_of_what_is_given_does_not_matter)
{
    for (unsigned seed = 0; seed < seeds; ++seed) {
        RandomMonth month(seed);
        const auto before = all_of(month.method, month.scores());
        std::ranges::shuffle(month.entries, month.random);
        std::ranges::shuffle(month.presence, month.random);
        std::ranges::shuffle(month.ballots, month.random);
        std::ranges::shuffle(month.known, month.random);
        BOOST_REQUIRE_EQUAL(all_of(month.method, month.scores()), before);
    }
}

BOOST_AUTO_TEST_CASE(the_same_comes_out_the_same)
{
    for (unsigned seed = 0; seed < 50; ++seed)
        BOOST_REQUIRE_EQUAL(all_of(RandomMonth(seed).method, RandomMonth(seed).scores()),
            all_of(RandomMonth(seed).method, RandomMonth(seed).scores()));
}

BOOST_AUTO_TEST_CASE(adding_a_deduction_never_raises_a_score)
{
    int lowered = 0;
    for (unsigned seed = 0; seed < seeds; ++seed) {
        RandomMonth month(seed);
        const auto before = month.scores();
        month.deduction();
        const auto after = month.scores();
        for (std::size_t i = 0; i < before.objects.size(); ++i) {
            BOOST_REQUIRE_LE(after.objects[i].ledger, before.objects[i].ledger);
            BOOST_REQUIRE(
                after.objects[i].total.has_value() == before.objects[i].total.has_value());
            if (after.objects[i].total) {
                BOOST_REQUIRE_LE(*after.objects[i].total, *before.objects[i].total);
                lowered += *after.objects[i].total < *before.objects[i].total ? 1 : 0;
            }
        }
    }
    BOOST_TEST(lowered > 100); // or the test saw nothing
}

BOOST_AUTO_TEST_CASE(caps_floors_and_limits_hold)
{
    bool was_capped = false;
    bool was_floored = false;
    for (unsigned seed = 0; seed < seeds; ++seed) {
        RandomMonth month(seed);
        for (int i = 0; i < 60 && seed % 3 == 0; ++i)
            month.deduction();
        for (const auto& score : month.scores().objects) {
            BOOST_REQUIRE_GE(score.ledger, points("20"));
            BOOST_REQUIRE_LE(score.ledger, points("104"));
            BOOST_REQUIRE_LE(score.bonus_counted, points("6"));
            was_capped |= score.bonus_counted < score.bonus;
            Points rule_b2;
            Points rule_k1;
            for (const auto& event : score.events) {
                if (event.line == "B2")
                    rule_b2 += event.points;
                if (event.line == "K1")
                    rule_k1 += event.points;
            }
            BOOST_REQUIRE_GE(rule_b2, points("-4"));
            BOOST_REQUIRE_GE(rule_k1, points("-9"));
            for (const auto& category : score.categories) {
                if (category.number == "A")
                    BOOST_REQUIRE_GE(category.score, points("5"));
                if (category.number == "C")
                    BOOST_REQUIRE(category.score >= Points() && category.score <= points("20"));
                was_floored |= category.is_clipped;
            }
        }
    }
    BOOST_TEST(was_capped);
    BOOST_TEST(was_floored);
}

BOOST_AUTO_TEST_CASE(shares_add_up_to_the_score)
{
    for (unsigned seed = 0; seed < seeds; ++seed) {
        RandomMonth month(seed);
        for (const auto& score : month.scores().objects) {
            if (score.scorers.empty())
                continue;
            BOOST_REQUIRE(score.total);
            Points sum;
            std::int64_t weight = 0;
            for (const auto& scorer : score.scorers) {
                sum += scorer.part;
                weight += scorer.weight;
            }
            BOOST_REQUIRE_EQUAL(weight, 10'000);
            BOOST_REQUIRE_EQUAL(sum.rounded(2), *score.total);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_linked_deduction_is_its_ratio_of_what_it_is_linked_from)
{
    int linked = 0;
    for (unsigned seed = 0; seed < seeds; ++seed) {
        RandomMonth month(seed);
        const auto scores = month.scores();
        for (const auto& score : scores.objects)
            for (const auto& event : score.events) {
                if (!event.linked_from || event.note == EventNote::beyond_limit)
                    continue;
                const auto* from = scores.of(*event.linked_from);
                BOOST_REQUIRE(from);
                const auto source =
                    std::ranges::find_if(from->events, [&](const EventPoints& other) {
                        return other.entry == event.entry && other.line == event.linked_line;
                    });
                BOOST_REQUIRE(source != from->events.end());
                const auto link =
                    std::ranges::find_if(month.method.links, [&](const LinkedDeduction& one) {
                        return one.from == event.linked_line && one.to == event.line;
                    });
                BOOST_REQUIRE(link != month.method.links.end());
                BOOST_REQUIRE_EQUAL(event.points, source->points.linked(link->ratio));
                ++linked;
            }
    }
    BOOST_TEST(linked > 500);
}

BOOST_AUTO_TEST_CASE(what_is_explained_adds_up_to_the_score_and_leaves_no_event_out)
{
    for (unsigned seed = 0; seed < seeds; ++seed) {
        RandomMonth month(seed);
        for (const auto& score : month.scores().objects) {
            const auto explained = explain(month.method, score);
            Points sum;
            std::size_t events = 0;
            for (const auto& step : explained.ledger) {
                sum += step.points;
                events += step.events.size();
                Points of_events;
                for (const auto* event : step.events)
                    of_events += event->points;
                if (!step.events.empty())
                    BOOST_REQUIRE_EQUAL(of_events, step.points);
            }
            BOOST_REQUIRE_EQUAL(sum, score.ledger);
            BOOST_REQUIRE_EQUAL(events, score.events.size());
            Points composed;
            for (const auto& step : explained.composition)
                composed += step.points;
            if (!explained.composition.empty())
                BOOST_REQUIRE_EQUAL(composed, *score.total);
            else
                BOOST_REQUIRE_EQUAL(score.ledger, *score.total);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
