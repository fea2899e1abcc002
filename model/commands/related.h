#pragma once

#include "model/store/record_store.h"

namespace model {

/// A register whose records can refer to one of another, and by which field.
struct Relating {
    const EntityDef* def = nullptr;
    const FieldDef* field = nullptr;
};

/// The fields of all registers by which a record of that one can be referred to.
std::vector<Relating> relating_to(const Catalog& catalog, const EntityDef& def);

/// What a new record begins with that is added beside another: that it refers to it, and what both
/// have in common, such as the person and the place: fields of one name and kind.
std::vector<FieldEdit> begun_beside(const Record& other, const Relating& added);

} // namespace model
