#pragma once

#include "model/entities/posting.h"
#include "model/rules/limits.h"

namespace model {

/// How many months somebody of that source and identity is on trial, as of the first day of the
/// posting, or of today without one: which figure counts is data (assets/codes/trial_terms.csv),
/// the figure itself a dated one (limits.h). Nothing where it is none, or no figure holds by then.
std::optional<Limit> trial_months(const Posting& posting, const Context& context);

/// The last day of the trial by that figure, both days counted; nothing without a first day.
std::optional<Date> usual_trial_end(const Posting& posting, const Context& context);

/// The last day as it was entered, or else the usual one.
std::optional<Date> trial_end(const Posting& posting, const Context& context);

/// So many months after that day, or the last day of that month where it is shorter.
Date months_after(Date day, std::int64_t count);

/// How far a posting's trial is.
enum class TrialState {
    none,     ///< not on trial, or the posting is over
    goes_on,  ///< up to the last day, or without one
    undecided ///< it is over, and nobody said what becomes of the person
};
TrialState trial_state(const Posting& posting, const Context& context);

} // namespace model
