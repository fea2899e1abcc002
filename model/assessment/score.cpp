#include "model/assessment/score.h"

#include "model/assessment/composition.h"
#include "model/assessment/event_points.h"

#include <algorithm>
#include <tuple>

namespace model {

namespace {

CategoryScore* category_of(ObjectScore& score, const std::string& number)
{
    const auto found = std::ranges::find(score.categories, number, &CategoryScore::number);
    return found == score.categories.end() ? nullptr : &*found;
}

/// Sorts the points of all events into categories, loose deductions and bonus.
void sort_events(const AssessmentMethod& method, ObjectScore& score)
{
    for (const auto& event : score.events) {
        const auto* rule = method.line(event.line);
        auto* category = category_of(score, rule->category);
        if (event.points < Points()) {
            (category ? category->deducted : score.loose_deducted) += event.points;
            score.deducted += event.points;
            ++score.deductions;
        } else if (category) {
            category->added += event.points;
        } else {
            score.bonus += event.points;
        }
    }
}

void finish_category(const MethodCategory& category, CategoryScore& score)
{
    const bool is_full = category.start == CategoryStart::full;
    const auto begin = is_full ? category.points.value_or(Points()) : Points();
    const auto sum = begin + score.deducted + (is_full ? Points() : score.added);
    score.score = sum;
    if (category.points && category.floor) // an unknown number of points has no floor
        score.score = std::max(score.score, *category.floor);
    if (!is_full && category.points)
        score.score = std::min(score.score, *category.points);
    score.is_clipped = score.score != sum;
}

void finish_ledger(const AssessmentMethod& method, ObjectScore& score)
{
    auto sum = method.base.value_or(Points()) + score.loose_deducted;
    for (auto& category : score.categories) {
        const auto& stated = *method.category(category.number);
        finish_category(stated, category);
        // What a category has from the start is part of the base, as is what it can earn.
        sum += category.score
            - (method.base || stated.start == CategoryStart::full ? stated.points.value_or(Points())
                                                                  : Points());
        if (stated.start == CategoryStart::full)
            score.bonus += category.added;
    }
    score.bonus_counted = method.bonus_cap ? std::min(score.bonus, *method.bonus_cap) : score.bonus;
    score.unclipped = sum + score.bonus_counted;
    score.ledger = score.unclipped;
    if (method.max)
        score.ledger = std::min(score.ledger, *method.max);
    if (method.floor)
        score.ledger = std::max(score.ledger, *method.floor);
}

ObjectScore begin_score(
    const AssessmentMethod& method, const AssessedObject& object, EventSpread& spread)
{
    ObjectScore score{};
    score.object = object;
    score.events = spread.events_of(object.id);
    score.vetoes = spread.vetoes_of(object.id);
    for (const auto& category : method.categories)
        if (category.object == object.kind) {
            score.categories.emplace_back();
            score.categories.back().number = category.number;
        }
    return score;
}

} // namespace

const ObjectScore* PeriodScores::of(const Uuid& id) const
{
    const auto found =
        std::ranges::find(objects, id, [](const ObjectScore& score) { return score.object.id; });
    return found == objects.end() ? nullptr : &*found;
}

PeriodScores score(
    const AssessmentMethod& method, const AssessmentPeriod& period, const ScoringInput& input)
{
    PeriodScores scores;
    const PresenceIndex presence(period, input);
    EventSpread spread(method, period, presence, scores.problems);
    const auto events = effective_entries(method, period, input, scores.problems);
    for (const auto& event : events)
        spread.add(event);
    Composition composition(method, input, presence, scores.problems);
    for (const auto& object : input.objects) {
        if (!method.is_about(object.kind))
            continue;
        auto score = begin_score(method, object, spread);
        score.days = presence.days_of(object.id);
        score.period_days = period.days();
        sort_events(method, score);
        finish_ledger(method, score);
        composition.compose(score);
        scores.objects.push_back(std::move(score));
    }
    std::ranges::sort(scores.problems, {}, [](const ScoringProblem& problem) {
        return std::tuple(problem.id, std::string_view(problem.what.id), problem.what.args);
    });
    return scores;
}

} // namespace model
