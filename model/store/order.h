#pragma once

#include "model/schema/entity.h"

#include <string>

namespace model {

/// The order of a Query by one field, as people read the column: a reference by the title of what
/// it names, a choice in the order of its list, all else by its value. Empty cells come last either
/// way. Expects the field to be of `def`.
std::string order_by(const FieldDef& field, const Catalog& catalog, bool descending = false);

} // namespace model
