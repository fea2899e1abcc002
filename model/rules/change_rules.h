#pragma once

#include "model/entities/item_change.h"
#include "model/entities/negative_entry.h"
#include "model/rules/rule.h"

namespace model {

/// How the catalog changes: request, review, approval with its document, publication, in force; the
/// same for the list of what is kept out of the hall, which no stationed item may stand on.
Findings check_rules(const ItemChange& change, const Context& context);
Findings check_rules(const NegativeEntry& entry, const Context& context);

} // namespace model
