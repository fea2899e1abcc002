#pragma once

#include "model/entities/place.h"
#include "model/entities/roster.h"
#include "model/rules/rule.h"

namespace model {

/// Whether nobody can have both duties: they are on one day and share a time. Without times two at
/// different places take the day, unless one is of some hours anyway (延时, 午间); two at one place
/// may go together, as 值班长 and 带班 do.
bool clashes(const Roster& one, const Roster& other);

/// A place that keeps a roster of its duty leaders has one for the next working day.
Findings check_duty_leader(const Place& place, const Context& context);

/// Who is on the roster still serves, and is at one place at a time.
Findings check_duty(const Roster& duty, const Context& context);

} // namespace model
