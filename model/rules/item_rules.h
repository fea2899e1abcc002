#pragma once

#include "model/entities/item.h"
#include "model/entities/type_code.h"
#include "model/rules/rule.h"

namespace model {

/// What the rules say of a service item: its limits, whether it is stationed, its code and dates.
Findings check_rules(const Item& item, const Context& context);

/// What they say of a code of an item type: it stands once, and is none that means the same anyway.
Findings check_rules(const TypeCode& code, const Context& context);

} // namespace model
