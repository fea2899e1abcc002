#pragma once

#include "model/schema/entity.h"

namespace model {

/// How an outlet serves an item.
enum class OutletMode { direct, agent, assist, notice };

template <>
inline constexpr std::array choices_of<OutletMode>{
    Choice{"direct", msgid("Handled there")},
    Choice{"agent", msgid("Handled as agent")},
    Choice{"assist", msgid("Help given")},
    Choice{"notice", msgid("Told how")},
};

/// An item that a township centre or village station serves, and in which of the four modes (直办,
/// 代办, 协办, 公开告知).
struct OutletItem {
    Uuid id;
    std::optional<Uuid> place;
    std::optional<Uuid> item;
    std::optional<OutletMode> mode;
    std::optional<Uuid> person;
    std::optional<Date> from;
    std::optional<Date> to;
    std::string end_reason;
    std::string remark;
};

template <>
const EntityDef& def_of<OutletItem>();

template <>
std::span<const Field<OutletItem>> fields_of<OutletItem>();

} // namespace model
