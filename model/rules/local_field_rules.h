#pragma once

#include "model/entities/local_field.h"
#include "model/rules/rule.h"

namespace model {

/// So many fields an office may add to one register.
constexpr int most_local_fields = 50;

/// What the rules say of a field that an office adds itself: its name, its list, and how many there
/// are.
Findings check_rules(const LocalField& field, const Context& context);

} // namespace model
