#pragma once

#include "model/base/working_days.h"
#include "model/entities/leave.h"
#include "model/rules/rule.h"

namespace model {

/// How long a leave is, in tenths of a day: what was entered, or else counted: working days from
/// the first to the last, both included; of a maternity leave all days (女职工劳动保护特别规定 art.
/// 7); of hours on one day half a day up to four of them. Nothing without a first day, or where
/// none of its days is a working day.
std::optional<std::int64_t> leave_tenths(const Leave& leave, const WorkCalendar& calendar);

/// How many days of annual leave somebody has in a year who has been working since that day: by
/// full years of work on the last day of the year. Source: 职工带薪年休假条例 art. 3
/// (assets/codes/annual_leave.csv).
std::int64_t annual_leave_days(Date working_since, std::chrono::year year);

/// Whether the leave counts against what one has: neither refused nor withdrawn.
bool is_taken(const Leave& leave);

/// Annual leave beyond what the person has in the year of the leave; the rules of a leave besides
/// those of day_rules.h.
Findings check_leave_days(const Leave& leave, const Context& context);

} // namespace model
