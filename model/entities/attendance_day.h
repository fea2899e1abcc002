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

/// What counts where the clock and what people entered say other things.
enum class AttendanceDecision { clock, entry };

template <>
inline constexpr std::array choices_of<AttendanceDecision>{
    Choice{"clock", msgid("By the clock")},
    Choice{"entry", msgid("As it was entered")},
};

/// One person's day: present or not, from the morning roll-call or a clock file. Days on which
/// nothing was amiss need no row. `state` is what counts; what the clock and what people said of
/// the day stands beside it, so that a difference is seen and decided and either can be told later.
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
    std::string punches; ///< "08:25 12:01 14:28 17:33"
    std::optional<Attendance> clock_state;
    std::optional<std::int64_t> clock_minutes;
    std::optional<Attendance> call_state;
    std::optional<std::int64_t> call_minutes;
    std::optional<AttendanceSource> call_source;
    std::optional<AttendanceDecision> decided;
};

template <>
const EntityDef& def_of<AttendanceDay>();

template <>
std::span<const Field<AttendanceDay>> fields_of<AttendanceDay>();

} // namespace model
