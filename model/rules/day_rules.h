#pragma once

#include "model/entities/attendance_day.h"
#include "model/entities/leave.h"
#include "model/entities/roll_call.h"
#include "model/entities/roster.h"
#include "model/rules/rule.h"

namespace model {

/// What the day of a hall must add up to: leave, attendance, duty and the morning roll-call. From
/// how many days on a unit consents to a leave, and when absences are to be told, is data.
Findings check_rules(const Leave& leave, const Context& context);
Findings check_rules(const AttendanceDay& attendance, const Context& context);
Findings check_rules(const Roster& duty, const Context& context);
Findings check_rules(const RollCall& call, const Context& context);

/// The leave of the person that was agreed to (or is not decided on yet) and covers the day,
/// one of whole days before one of hours; or nothing.
std::optional<Leave> leave_on(const Uuid& person, Date day, Lookup& lookup);

/// What a day is for somebody who is away for that reason: on leave, out on work or in training.
Attendance away_as(LeaveKind kind);

/// Whether the clock and what people entered say other things of the day.
bool differs(const AttendanceDay& attendance);

/// Whether they do and nobody decided yet which of them counts.
bool is_undecided(const AttendanceDay& attendance);

} // namespace model
