#pragma once

#include "model/store/filter.h"

namespace model {

/// The same filter with the labels of fields and choices instead of their names and codes, as
/// somebody reads it in the language of `translate`: "去向=" for "to=". What would not be understood
/// as the same stays as it is; so does a text that is no filter.
std::string with_labels(const std::string& expression, const EntityDef& def, const Catalog& catalog,
    const Translate& translate);

} // namespace model
