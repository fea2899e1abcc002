#pragma once

#include "model/entities/window_item.h"
#include "model/entities/window_staff.h"
#include "model/entities/window_unit.h"
#include "model/rules/rule.h"

namespace model {

/// What the rules say of an item at a window and of a person at a window: both ends are there, the
/// span is one, and it fits what it links.
Findings check_rules(const WindowItem& link, const Context& context);
Findings check_rules(const WindowStaff& link, const Context& context);

/// And of a unit at a window (window_unit_rules.cpp): it is there once at a time, within the days
/// of the window and of the unit, alone where the window is its own; in a shared one the window
/// knows whom to call.
Findings check_rules(const WindowUnit& link, const Context& context);

} // namespace model
