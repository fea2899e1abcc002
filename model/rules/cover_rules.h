#pragma once

#include "model/entities/window.h"
#include "model/entities/window_staff.h"
#include "model/rules/rule.h"

namespace model {

/// Who is at a window, and who is there when they are not: an open window has staff, an A post a B
/// post beside it, and who works at a general window was trained for it.
Findings check_cover(const Window& window, const Context& context);
Findings check_cover(const WindowStaff& link, const Context& context);

} // namespace model
