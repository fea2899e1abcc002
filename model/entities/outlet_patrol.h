#pragma once

#include "model/schema/entity.h"

namespace model {

/// One visit to a township centre or village station: whether it was open and staffed, and what
/// was found.
struct OutletPatrol {
    Uuid id;
    std::optional<Uuid> place;
    std::optional<Date> day;
    std::string by;
    std::optional<bool> open;
    std::optional<std::int64_t> staff;
    std::optional<bool> items_shown;
    std::optional<bool> register_kept;
    std::string found;
    std::optional<Decimal> score;
    std::optional<Date> mended;
    std::string remark;
};

template <>
const EntityDef& def_of<OutletPatrol>();

template <>
std::span<const Field<OutletPatrol>> fields_of<OutletPatrol>();

} // namespace model
