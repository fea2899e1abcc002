#pragma once

#include "model/schema/entity.h"

namespace model {

/// Where a window stands on the drawn floor of its place, in thousandths of that floor from its
/// upper left corner. The floor itself is no record: it is as wide and deep as its windows need.
struct WindowPosition {
    Uuid id;
    std::optional<Uuid> window;
    std::optional<std::int64_t> x;
    std::optional<std::int64_t> y;
    std::optional<std::int64_t> width;
    std::optional<std::int64_t> height;
    std::string remark;
};

template <>
const EntityDef& def_of<WindowPosition>();

template <>
std::span<const Field<WindowPosition>> fields_of<WindowPosition>();

} // namespace model
