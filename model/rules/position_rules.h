#pragma once

#include "model/entities/window_position.h"
#include "model/rules/rule.h"

namespace model {

/// The whole floor in the measure of positions, and the least a window is drawn wide and high.
constexpr std::int64_t whole_floor = 1000;
constexpr std::int64_t least_drawn = 10;

/// What the rules say of a window's position: it lies on the floor whole, and the window has no
/// other.
Findings check_rules(const WindowPosition& position, const Context& context);

} // namespace model
