#pragma once

#include "model/schema/entity.h"

namespace model {

/// A holds the window, B covers for A.
enum class Slot { a, b };

template <>
inline constexpr std::array choices_of<Slot>{
    Choice{"A", msgid("A post")},
    Choice{"B", msgid("B post")},
};

/// A person at a window for a time, in the A or the B post: B takes over when A is out.
struct WindowStaff {
    Uuid id;
    std::optional<Uuid> window;
    std::optional<Uuid> person;
    std::optional<Slot> slot;
    std::string shift;
    std::optional<Date> from;
    std::optional<Date> to;
    std::string end_reason;
    std::string remark;
};

template <>
const EntityDef& def_of<WindowStaff>();

template <>
std::span<const Field<WindowStaff>> fields_of<WindowStaff>();

} // namespace model
