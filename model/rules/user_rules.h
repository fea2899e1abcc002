#pragma once

#include "model/entities/user.h"
#include "model/rules/rule.h"

namespace model {

/// What the rules say of an account: one duty each (GB/T 22239 level 2, separation of duties), one
/// name each, and what its roles need.
Findings check_rules(const User& user, const Context& context);

} // namespace model
