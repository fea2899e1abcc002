#pragma once

#include "model/entities/assessed_kind.h"
#include "model/schema/entity.h"

namespace model {

/// What an object came to in a period that is locked.
struct ScoreRecord {
    Uuid id;
    std::optional<Uuid> period;
    std::optional<AssessedKind> kind;
    std::optional<Uuid> window;
    std::optional<Uuid> person;
    std::optional<Uuid> unit;
    std::optional<Uuid> outlet;
    std::string name;
    std::optional<Decimal> total;
    std::optional<std::int64_t> rank;
    std::optional<std::int64_t> ranked;
    std::optional<std::int64_t> before;
    std::string band;
    std::string titles;
    std::optional<Decimal> deducted;
    std::optional<Decimal> added;
    std::optional<std::int64_t> days;
    std::optional<bool> barred;
    std::string remark;
};

template <>
const EntityDef& def_of<ScoreRecord>();

template <>
std::span<const Field<ScoreRecord>> fields_of<ScoreRecord>();

} // namespace model
