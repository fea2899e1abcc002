#pragma once

#include "model/assessment/assessment_period.h"
#include "model/commands/editor.h"
#include "model/entities/period.h"

#include <optional>
#include <string>
#include <vector>

/// The life of an assessment period: open, draft, notice to the units with time to object, public
/// notice, confirmation and lock, bulletin; and opening it again.
namespace model {

enum class PeriodMove { draft, notice, make_public, lock, publish, reopen };

template <>
inline constexpr std::array choices_of<PeriodMove>{
    Choice{"draft", msgid("Make the draft")},
    Choice{"notice", msgid("Tell the units")},
    Choice{"public", msgid("Make public")},
    Choice{"lock", msgid("Confirm and lock")},
    Choice{"publish", msgid("Publish")},
    Choice{"reopen", msgid("Open again")},
};

struct PeriodStep {
    PeriodMove move = PeriodMove::draft;
    std::optional<Date> on = {};    ///< today, where none is given
    std::optional<Date> until = {}; ///< of a notice; by the method's time where none is given
    std::string reason = {};        ///< of opening again
    std::string document = {};      ///< the bulletin
    bool anyway = false;            ///< lock although scores are missing or entries do not count
};

/// Opens the period of that place for a method: the version that holds on its first day. Refused
/// (rule M02) where it is open already, where no version holds then, or where the method is made
/// for longer periods.
Outcome open_period(
    Editor& editor, const Uuid& place, const std::string& method, const AssessmentPeriod& span);

/// What may come next.
std::vector<PeriodMove> next_moves(const Period& period);

/// Takes the period one step on. Refused (rules M03–M08) out of turn, while objections are not
/// decided, where scores are missing or entries do not count and nobody said `anyway`, without a
/// reason for opening again; and to whoever may not confirm (locking) or open again.
/// Locking keeps the scores (register `score`) and all they were computed from (`period_basis`).
Outcome move_period(Editor& editor, const Uuid& period, const PeriodStep& step);

} // namespace model
