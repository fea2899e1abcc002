#pragma once

#include "model/entities/item.h"
#include "model/rules/rule.h"

namespace model {

/// What an item that is called stationed lacks to be so in fact (“明进暗不进”, 国发〔2022〕5号): an
/// open window that handles it, staff there, and the authorisation of its unit's chief
/// representative. Says nothing where the office does not see the hall's windows, of items that are
/// out of force and of those kept out as state secrets.
Findings check_stationing(const Item& item, const Context& context);

} // namespace model
