#pragma once

#include "model/entities/setting.h"
#include "model/rules/rule.h"

namespace model {

/// What the rules on the county's own figures say.
Findings check_rules(const Setting& setting, const Context& context);

} // namespace model
