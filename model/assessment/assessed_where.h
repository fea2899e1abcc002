#pragma once

#include "model/assessment/ledger.h"

#include <optional>
#include <span>

namespace model {

/// How long a person was at the hall in a year, and so where he is assessed.
struct AssessedWhere {
    bool is_here = false; ///< at the hall; else by the sending unit
    int months = 0;
    int days = 0;                   ///< beyond whole months
    std::optional<Uuid> longest_at; ///< where most of the days were, the first of several
};

/// Spans that follow each other without a day between count as one; each counts its whole months,
/// and thirty of the days that are left over are one more. The person is assessed at the hall from
/// that many months on (`assessed_here_months` of limits.csv). `presence` is his alone; a span that
/// goes on counts to the end of the year.
AssessedWhere assessed_where(
    std::span<const Presence> presence, std::chrono::year year, int least_months);

} // namespace model
