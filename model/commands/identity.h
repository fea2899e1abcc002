#pragma once

#include "model/schema/entity.h"

namespace model {

/// The fields that make the record's identity: the first group of its entity of which any field is
/// filled ("place+unit+number"); empty where it has none.
std::string_view identity_group(const Record& record);

/// The identity a new record of these values gets: computed from that group, or made anew.
Uuid identity_for(const Record& record, Clock& clock, Random& random);

/// Whether `other` has the same values in the fields that make this record's identity.
bool is_same_thing(const Record& record, const Record& other);

} // namespace model
