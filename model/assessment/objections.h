#pragma once

#include "model/assessment/method.h"
#include "model/entities/posting.h"
#include "model/rules/deadlines.h"

#include <optional>
#include <span>
#include <string>

/// The clocks of objections: to a draft of scores, and of review (复核) and appeal (申诉) against
/// an annual grade, by identity (assets/codes/objections.csv).
namespace model {

/// Steps that have a last day, and what each counts from: review and direct appeal from knowing the
/// grade, the answers from the request, the appeal from the answer to the review.
enum class ObjectionStep {
    review,
    review_answer,
    appeal,
    direct_appeal,
    appeal_answer,
    appeal_extension
};

template <>
inline constexpr std::array choices_of<ObjectionStep>{
    Choice{"review", msgid("Review requested")},
    Choice{"review_answer", msgid("Review answered")},
    Choice{"appeal", msgid("Appeal after a review")},
    Choice{"direct_appeal", msgid("Appeal without a review")},
    Choice{"appeal_answer", msgid("Appeal decided")},
    Choice{"appeal_extension", msgid("Longest extension of the decision")},
};

/// The office's own clock of a step, where the law names none for an identity.
struct OwnClock {
    Identity identity = Identity::institution;
    ObjectionStep step = ObjectionStep::review;
    Term term;
};

struct ObjectionClock {
    Term term;
    std::string document; ///< empty: the office's own
    std::string article;
};

/// The clock of a step for what begins on that day: what the law says stands before the office's
/// own. Nothing where neither names one.
std::optional<ObjectionClock> objection_clock(
    Identity identity, ObjectionStep step, Date start, std::span<const OwnClock> own = {});

/// Its last day; `start` itself does not count.
std::optional<Date> objection_due(Identity identity, ObjectionStep step, Date start,
    const WorkCalendar& calendar, std::span<const OwnClock> own = {});

/// Until when units and staff may object to a draft that was made known on that day: the method's
/// own time, or the office's (`assessment_objection`), by its calendar.
std::optional<Due> draft_objection_due(
    const AssessmentMethod& method, Date made_known, Lookup& lookup);

} // namespace model
