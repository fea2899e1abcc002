#pragma once

#include "model/entities/person.h"
#include "model/rules/rule.h"

namespace model {

/// What the rules say of a member of staff: the ID number and what it tells, doubles, phones,
/// dates.
Findings check_rules(const Person& person, const Context& context);

} // namespace model
