#pragma once

#include "model/schema/entity.h"

namespace model {

/// Kinds of duty.
enum class RosterKind { hall_leader, office_leader, extended, weekend, lunch, guide, other };

template <>
inline constexpr std::array choices_of<RosterKind>{
    Choice{"hall_leader", msgid("Hall duty leader")},
    Choice{"office_leader", msgid("Leader on duty")},
    Choice{"extended", msgid("Extended hours")},
    Choice{"weekend", msgid("Weekend service")},
    Choice{"lunch", msgid("Lunchtime duty")},
    Choice{"guide", msgid("Guidance")},
    Choice{"other", msgid("Other")},
};

/// Who is on duty at a place on a day: 值班长, 带班, 延时服务, 轮班.
struct Roster {
    Uuid id;
    std::optional<Uuid> place;
    std::optional<Date> day;
    std::optional<RosterKind> kind;
    std::optional<Uuid> person;
    TimeOfDay from_time;
    TimeOfDay to_time;
    std::optional<Uuid> swapped_with;
    std::string remark;
};

template <>
const EntityDef& def_of<Roster>();

template <>
std::span<const Field<Roster>> fields_of<Roster>();

} // namespace model
