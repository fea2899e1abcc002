#pragma once

#include "model/schema/entity.h"

namespace model {

/// What an item costs, on what basis, from when to when.
struct ItemFee {
    Uuid id;
    std::optional<Uuid> item;
    std::string name;
    std::optional<Decimal> amount;
    std::string per;
    std::string basis;
    std::string reduction;
    std::optional<Date> from;
    std::optional<Date> to;
    std::string end_reason;
    std::string remark;
};

template <>
const EntityDef& def_of<ItemFee>();

template <>
std::span<const Field<ItemFee>> fields_of<ItemFee>();

} // namespace model
