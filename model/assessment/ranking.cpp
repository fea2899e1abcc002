#include "model/assessment/ranking.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace model {

namespace {

Points named(const std::map<std::string, Points>& points, const std::string& name)
{
    const auto found = points.find(name);
    return found == points.end() ? Points() : found->second;
}

/// What the rule looks at, the more the better.
Points measure(const PeriodStanding& standing, const TieBreak& tie)
{
    switch (tie.rule) {
    case TieRule::fewer_deducted:
        return standing.deducted; // below zero
    case TieRule::fewer_deductions:
        return -Points::of(standing.deductions);
    case TieRule::more_bonus:
        return standing.bonus;
    case TieRule::category:
        return named(standing.categories, tie.of);
    case TieRule::scorer:
        return named(standing.scorers, tie.of);
    case TieRule::longer_present:
        return Points::of(standing.days);
    }
    return {};
}

/// The first rule that tells them apart.
const TieBreak* deciding(
    const AssessmentMethod& method, const PeriodStanding& one, const PeriodStanding& other)
{
    for (const auto& tie : method.ties)
        if (measure(one, tie) != measure(other, tie))
            return &tie;
    return nullptr;
}

bool stands_before(
    const AssessmentMethod& method, const PeriodStanding& one, const PeriodStanding& other)
{
    if (*one.total != *other.total)
        return *one.total > *other.total;
    if (const auto* tie = deciding(method, one, other))
        return measure(one, *tie) > measure(other, *tie);
    return std::tie(one.name, one.object) < std::tie(other.name, other.object);
}

} // namespace

std::vector<RankLine> rank(
    const AssessmentMethod& method, AssessedKind kind, const std::vector<PeriodStanding>& standings)
{
    std::vector<RankLine> lines;
    for (std::size_t i = 0; i < standings.size(); ++i)
        if (standings[i].kind == kind && standings[i].total) {
            lines.emplace_back();
            lines.back().standing = i;
        }
    std::ranges::sort(lines, [&](const RankLine& one, const RankLine& other) {
        return stands_before(method, standings[one.standing], standings[other.standing]);
    });
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto& line = lines[i];
        line.place = static_cast<int>(i) + 1;
        if (i == 0)
            continue;
        const auto& above = standings[lines[i - 1].standing];
        const auto& here = standings[line.standing];
        if (*here.total != *above.total)
            continue;
        if (const auto* tie = deciding(method, here, above)) {
            line.tie = TieReason{*tie, measure(here, *tie), measure(above, *tie)};
            continue;
        }
        line.place = lines[i - 1].place;
        line.is_shared = lines[i - 1].is_shared = true;
    }
    return lines;
}

void add_movement(std::vector<RankLine>& lines, const std::vector<PeriodStanding>& standings,
    const std::vector<RankLine>& earlier_lines, const std::vector<PeriodStanding>& earlier)
{
    std::map<Uuid, int> places;
    for (const auto& line : earlier_lines)
        places.emplace(earlier[line.standing].object, line.place);
    for (auto& line : lines) {
        const auto found = places.find(standings[line.standing].object);
        if (found == places.end())
            continue;
        line.before = found->second;
        line.moved = found->second - line.place;
    }
}

} // namespace model
