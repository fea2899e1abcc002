#pragma once

#include "model/entities/authorisation.h"
#include "model/entities/authorised_item.h"
#include "model/rules/rule.h"

namespace model {

/// What a chief affairs representative's authorisation and its items must be (首席事务代表). That
/// the chief is formal staff, and the notice before the end, are local practice: their figures are
/// data.
Findings check_rules(const Authorisation& authorisation, const Context& context);
Findings check_rules(const AuthorisedItem& item, const Context& context);

} // namespace model
