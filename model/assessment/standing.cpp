#include "model/assessment/standing.h"

#include <algorithm>
#include <numeric>

namespace model {

namespace {

/// Days of a part as a share of it, over a denominator that all parts have in common.
std::int64_t weight_of(const PeriodStanding& part, std::int64_t common)
{
    return part.days * (common / part.period_days);
}

std::int64_t common_days(const std::vector<const PeriodStanding*>& parts)
{
    std::int64_t common = 1;
    for (const auto* part : parts)
        common = std::lcm(common, std::int64_t{part->period_days});
    return common;
}

using PointsByName = std::map<std::string, Points> PeriodStanding::*;

void compose_parts(const std::vector<const PeriodStanding*>& parts, std::int64_t common,
    PointsByName which, PeriodStanding& whole)
{
    std::map<std::string, std::vector<WeightedPoints>> values;
    for (const auto* part : parts)
        for (const auto& [name, points] : part->*which)
            values[name].push_back({points, weight_of(*part, common)});
    for (const auto& [name, points] : values)
        (whole.*which)[name] = mean(points, Points::inner_places);
}

void add_vetoes(const std::vector<Veto>& vetoes, std::vector<Veto>& all)
{
    for (const auto& veto : vetoes)
        if (std::ranges::find(all, veto) == all.end())
            all.push_back(veto);
}

} // namespace

PeriodStanding standing_of(const ObjectScore& score)
{
    PeriodStanding standing{.object = score.object.id,
        .kind = score.object.kind,
        .name = score.object.name,
        .total = score.total,
        .deducted = score.deducted,
        .deductions = score.deductions,
        .bonus = score.bonus_counted,
        .categories = {},
        .scorers = {},
        .days = score.days,
        .period_days = score.period_days,
        .vetoes = score.vetoes};
    for (const auto& category : score.categories)
        standing.categories.emplace(category.number, category.score);
    for (const auto& scorer : score.scorers)
        if (scorer.points)
            standing.scorers.emplace(scorer.code, *scorer.points);
    return standing;
}

PeriodStanding compose(const AssessmentMethod& method, const std::vector<PeriodStanding>& parts)
{
    PeriodStanding whole;
    std::vector<const PeriodStanding*> scored;
    for (const auto& part : parts) {
        whole.object = part.object;
        whole.kind = part.kind;
        whole.name = part.name;
        whole.deducted += part.deducted;
        whole.deductions += part.deductions;
        whole.bonus += part.bonus;
        whole.days += part.days;
        whole.period_days += part.period_days;
        add_vetoes(part.vetoes, whole.vetoes);
        if (part.total && part.days > 0)
            scored.push_back(&part);
    }
    if (scored.empty())
        return whole;
    const auto common = common_days(scored);
    std::vector<WeightedPoints> totals;
    for (const auto* part : scored)
        totals.push_back({*part->total, weight_of(*part, common)});
    whole.total = mean(totals, method.places);
    compose_parts(scored, common, &PeriodStanding::categories, whole);
    compose_parts(scored, common, &PeriodStanding::scorers, whole);
    return whole;
}

} // namespace model
