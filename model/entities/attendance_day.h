#pragma once

#include "model/schema/entity.h"

namespace model {

/// What one day was for one person.
enum class Attendance {
    present,
    late,
    early,
    missed,
    half_absent,
    absent,
    leave,
    out,
    training,
    rest
};

template <>
inline constexpr std::array choices_of<Attendance>{
    Choice{"present", msgid("Present")},
    Choice{"late", msgid("Late")},
    Choice{"early", msgid("Left early")},
    Choice{"missed", msgid("Missed clocking")},
    Choice{"half_absent", msgid("Absent half a day")},
    Choice{"absent", msgid("Absent")},
    Choice{"leave", msgid("On leave")},
    Choice{"out", msgid("Out on work")},
    Choice{"training", msgid("In training")},
    Choice{"rest", msgid("Day off")},
};

/// From where an attendance is known.
enum class AttendanceSource { roll_call, clock, patrol, paper };

template <>
inline constexpr std::array choices_of<AttendanceSource>{
    Choice{"roll_call", msgid("Morning roll-call")},
    Choice{"clock", msgid("Clock file")},
    Choice{"patrol", msgid("Patrol")},
    Choice{"paper", msgid("Paper register")},
};

/// One person's day: present or not, from the morning roll-call or a clock file. Days on which
/// nothing was amiss need no row.
struct AttendanceDay {
    Uuid id;
    std::optional<Uuid> person;
    std::optional<Date> day;
    std::optional<Attendance> state;
    TimeOfDay came;
    TimeOfDay went;
    std::optional<std::int64_t> minutes;
    std::optional<AttendanceSource> source;
    std::optional<Uuid> leave;
    std::optional<Uuid> window;
    std::optional<Uuid> cover;
    std::string remark;
};

template <>
const EntityDef& def_of<AttendanceDay>();

template <>
std::span<const Field<AttendanceDay>> fields_of<AttendanceDay>();

} // namespace model
