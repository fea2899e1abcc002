#pragma once

#include "model/entities/unit.h"
#include "model/rules/rule.h"

namespace model {

/// What the rules say of a unit: its credit code, doubles, phones, who leads it.
Findings check_rules(const Unit& unit, const Context& context);

} // namespace model
