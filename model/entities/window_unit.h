#pragma once

#include "model/schema/entity.h"

namespace model {

/// Whether a unit has the window for itself, or several share it (综合窗口).
enum class WindowSharing { exclusive, shared };

template <>
inline constexpr std::array choices_of<WindowSharing>{
    Choice{"exclusive", msgid("For itself")},
    Choice{"shared", msgid("Shared with others")},
};

/// A unit that serves at a window for a time. Scores and complaints point to the past, so a link
/// ends and is never overwritten. A unit with few items stands in a shared window and names whom
/// the window calls.
struct WindowUnit {
    Uuid id;
    std::optional<Uuid> window;
    std::optional<Uuid> unit;
    std::optional<WindowSharing> sharing;
    std::string contact;
    std::string phone;
    std::optional<Date> from;
    std::optional<Date> to;
    std::string end_reason;
    std::string remark;
};

template <>
const EntityDef& def_of<WindowUnit>();

template <>
std::span<const Field<WindowUnit>> fields_of<WindowUnit>();

} // namespace model
