#pragma once

#include "model/entities/place.h"
#include "model/rules/rule.h"

namespace model {

/// What the rules say of a place: its uniform name, its division, who is in charge, its dates.
Findings check_rules(const Place& place, const Context& context);

} // namespace model
