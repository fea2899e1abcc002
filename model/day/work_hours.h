#pragma once

#include "model/entities/attendance_day.h"
#include "model/rules/rule.h"

#include <optional>
#include <string_view>
#include <vector>

namespace model {

/// Minutes of the day, from and up to.
struct Hours {
    int from = 0;
    int to = 0;

    bool operator==(const Hours&) const = default;
};

/// What a day is measured by: the hours of its halves and the county's own figures (the registers
/// `setting` and assets/codes/limits.csv).
struct WorkDay {
    std::vector<Hours> hours;     ///< by time
    std::int64_t grace = 0;       ///< minutes late or early that are let pass
    std::int64_t half_absent = 0; ///< minutes from which half a day is absent
    bool clocks_at_noon = false;  ///< each half has a coming and a going of its own
};

/// The opening hours that a text tells for a working day: "周一至周五 9:00—12:00，13:00—17:00",
/// "夏季8:30-12:00、15:00-18:00；冬季8:30-12:00、14:30-17:30", "上午9点至12点，下午1:30至5:00".
/// Weekend hours are left out. Empty where it tells none.
std::vector<Hours> opening_hours(std::string_view text, bool is_summer);

/// The figures of that day and, where nobody says other, its usual hours.
WorkDay work_day_on(const Context& context);

/// Whether the day's month is one of summer hours.
bool is_summer(const Context& context);

/// A time of the day in which somebody is away, by which leave, and what he does.
struct Away {
    Hours hours{0, 0};
    Uuid leave;
    Attendance as = Attendance::leave;
};

/// What the clock says of a day.
struct ClockVerdict {
    Attendance state = Attendance::present;
    std::optional<std::int64_t> minutes; ///< late, or early
    bool is_of_morning = false;          ///< what is amiss concerns his coming in the morning
    std::optional<int> came;
    std::optional<int> went;
    std::optional<Uuid> leave;

    bool operator==(const ClockVerdict&) const = default;
};

/// Judges a working day. `times` are sorted. The first clocking is the coming and the last one the
/// going, of the day or of each half; hours in which he is away need none. Where nobody clocked, or
/// was away, what the file says in a word counts.
ClockVerdict judge_clock(const WorkDay& day, const std::vector<int>& times,
    const std::vector<Away>& away, std::optional<Attendance> word);

} // namespace model
