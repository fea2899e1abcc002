#pragma once

#include "model/schema/entity.h"

namespace model {

/// The morning look at a hall in window order: when it was made and what was found. What was amiss
/// stands in the attendance.
struct RollCall {
    Uuid id;
    std::optional<Uuid> place;
    std::optional<Date> day;
    std::optional<Uuid> leader;
    TimeOfDay begun;
    TimeOfDay finished;
    std::optional<std::int64_t> expected;
    std::optional<std::int64_t> present;
    std::optional<std::int64_t> unmanned;
    std::optional<std::int64_t> dress;
    std::string remark;
};

template <>
const EntityDef& def_of<RollCall>();

template <>
std::span<const Field<RollCall>> fields_of<RollCall>();

} // namespace model
