#pragma once

#include "model/schema/entity.h"

namespace model {

/// Front desk and delivery (前台综合受理、综合窗口出件).
inline constexpr std::array window_duties{
    Choice{"receive", msgid("Receives")},
    Choice{"deliver", msgid("Delivers")},
};

/// An item handled at a window for a time. Scores and complaints point to the past, so a link ends
/// and is never overwritten.
struct WindowItem {
    Uuid id;
    std::optional<Uuid> window;
    std::optional<Uuid> item;
    Set duties;
    std::optional<Date> from;
    std::optional<Date> to;
    std::string end_reason;
    std::string remark;
};

template <>
const EntityDef& def_of<WindowItem>();

template <>
std::span<const Field<WindowItem>> fields_of<WindowItem>();

} // namespace model
