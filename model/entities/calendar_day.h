#pragma once

#include "model/base/working_days.h"
#include "model/schema/entity.h"

namespace model {

template <>
inline constexpr std::array choices_of<DayKind>{
    Choice{"off", msgid("Day off")},
    Choice{"work", msgid("Working day")},
};

/// A day that stands out of its week (节假日与调休上班日): what a notice of the State Council that
/// is newer than the program names, or a day of the county's own. It holds before what the program
/// brings along. The whole county reads it.
struct CalendarEntry {
    Uuid id;
    std::optional<Date> date;
    std::optional<DayKind> kind;
    std::string name;
    std::string document;
    std::string remark;
};

template <>
const EntityDef& def_of<CalendarEntry>();

template <>
std::span<const Field<CalendarEntry>> fields_of<CalendarEntry>();

} // namespace model
