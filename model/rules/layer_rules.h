#pragma once

#include "model/entities/item.h"
#include "model/rules/rule.h"

namespace model {

/// What the rules say of the item's place among main items, sub-items and handling items
/// (主项、子项、业务办理项), and of whoever was entrusted with it.
Findings check_layers(const Item& item, const Context& context);

} // namespace model
