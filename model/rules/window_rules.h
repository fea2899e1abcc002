#pragma once

#include "model/entities/window.h"
#include "model/rules/rule.h"

namespace model {

/// What the rules say of a window: its number at its place, phones, dates.
Findings check_rules(const Window& window, const Context& context);

} // namespace model
