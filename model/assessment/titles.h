#pragma once

#include "model/assessment/ranking.h"

#include <vector>

namespace model {

/// What became of a candidate for a title.
enum class TitleState {
    awarded,
    candidate, ///< the method does not say how many there are: people choose
    undecided, ///< shares a place with others, and not all of them fit the quota
    beyond_quota,
    below,    ///< too few points
    deducted, ///< the title is for those without deductions
    barred,   ///< by a veto
    not_among ///< does not hold the title it is chosen among
};

template <>
inline constexpr std::array choices_of<TitleState>{
    Choice{"awarded", msgid("awarded")},
    Choice{"candidate", msgid("candidate")},
    Choice{"undecided", msgid("undecided")},
    Choice{"beyond_quota", msgid("beyond the quota")},
    Choice{"below", msgid("too few points")},
    Choice{"deducted", msgid("has deductions")},
    Choice{"barred", msgid("barred")},
    Choice{"not_among", msgid("not among those it is chosen from")},
};

struct TitleLine {
    std::size_t rank = 0; ///< its line of the ranking
    TitleState state = TitleState::awarded;
    std::vector<Veto> vetoes; ///< those that bar
};

struct TitleResult {
    const MethodTitle* title = nullptr;
    std::optional<std::int64_t> quota; ///< none: not stated
    std::vector<TitleLine> lines;      ///< every ranked one, in order

    std::int64_t count(TitleState state) const;
};

/// Who gets the titles of a period: from the top down, whoever a veto bars, has too few points or,
/// where that counts, deductions passed over, until the quota is used up. A percentage is of all
/// that are ranked, rounded down. Those of a shared place that do not all fit are undecided, and
/// none of them has the title; the tie-breaks of the method are exhausted then.
std::vector<TitleResult> award_titles(const AssessmentMethod& method,
    const AssessmentPeriod& period, AssessedKind kind, const std::vector<PeriodStanding>& standings,
    const std::vector<RankLine>& ranking);

} // namespace model
