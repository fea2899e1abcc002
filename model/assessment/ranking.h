#pragma once

#include "model/assessment/standing.h"

#include <optional>
#include <vector>

namespace model {

/// What put an object before or behind its neighbour of equal score.
struct TieReason {
    TieBreak rule;
    Points here;
    Points other; ///< of the object one line above
};

struct RankLine {
    std::size_t standing = 0; ///< its place in what was ranked
    int place = 0;            ///< from 1; equal ones share it, and the next goes on behind them all
    bool is_shared = false;
    std::optional<TieReason> tie; ///< why it stands behind the line above in spite of equal scores
    std::optional<int> before;    ///< its place in the period before
    std::optional<int> moved;     ///< places gained since then; below zero: lost
};

/// The standings of one kind that have a score, from the highest down; equal scores are parted by
/// the method's tie-breaks in their order, and what these do not part shares its place (such lines
/// stand in the order of names).
std::vector<RankLine> rank(const AssessmentMethod& method, AssessedKind kind,
    const std::vector<PeriodStanding>& standings);

/// Adds where each stood before.
void add_movement(std::vector<RankLine>& lines, const std::vector<PeriodStanding>& standings,
    const std::vector<RankLine>& earlier_lines, const std::vector<PeriodStanding>& earlier);

} // namespace model
