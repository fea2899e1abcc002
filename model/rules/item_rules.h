#pragma once

#include "model/entities/item.h"
#include "model/rules/rule.h"

namespace model {

/// What the rules say of a service item: its limits, whether it is stationed, its code and dates.
Findings check_rules(const Item& item, const Context& context);

} // namespace model
