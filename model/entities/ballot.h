#pragma once

#include "model/entities/assessed_kind.h"
#include "model/schema/entity.h"

namespace model {

/// What one scorer gave an object in a period, blind to the others.
struct Ballot {
    Uuid id;
    std::optional<Uuid> period;
    std::optional<AssessedKind> kind;
    std::optional<Uuid> window;
    std::optional<Uuid> person;
    std::optional<Uuid> unit;
    std::optional<Uuid> outlet;
    std::string scorer;
    std::string voter;
    std::optional<Decimal> points;
    std::optional<Date> cast_on;
    std::string remark;
};

template <>
const EntityDef& def_of<Ballot>();

template <>
std::span<const Field<Ballot>> fields_of<Ballot>();

} // namespace model
