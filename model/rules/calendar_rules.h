#pragma once

#include "model/entities/calendar_day.h"
#include "model/rules/rule.h"

namespace model {

/// What the rules on the office's own days off and working days say.
Findings check_rules(const CalendarEntry& entry, const Context& context);

} // namespace model
