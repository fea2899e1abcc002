#pragma once

#include "model/entities/item.h"

namespace model {

/// What a code of item types means in the sheets of a province whose list is not the national one,
/// or of another program: the office's own table, by which sheets of items are read.
struct TypeCode {
    Uuid id;
    std::string code;
    std::optional<ItemType> type;
    std::string source;
    std::string remark;
};

template <>
const EntityDef& def_of<TypeCode>();

template <>
std::span<const Field<TypeCode>> fields_of<TypeCode>();

} // namespace model
