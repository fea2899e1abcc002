#pragma once

#include "model/base/date.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace model {

/// Whether a day stands out of its week: a weekday that is off, or a weekend day that is worked to
/// make up for one.
enum class DayKind { off, work };

struct CalendarDay {
    Date date;
    DayKind kind = DayKind::off;
};

/// What a length of time is counted in.
enum class TermUnit { day, working_day, month, year };

std::string_view unit_name(TermUnit unit); ///< "day", "working_day", "month", "year"
std::optional<TermUnit> parse_unit(std::string_view name);

struct Term {
    std::int64_t count = 0;
    TermUnit unit = TermUnit::working_day;

    bool operator==(const Term&) const = default;
};

/// A time during which the clock of a deadline stands still, because the case is elsewhere (信访,
/// discipline). Its first and its last day do not count, as the day a deadline starts on does not;
/// without a last day the case is still there.
struct ClockStop {
    Date from;
    std::optional<Date> to;
};

/// The working days as the State Council's notices and the office have them. Working days leave out
/// the statutory days off (行政许可法 art. 82).
class WorkCalendar {
public:
    WorkCalendar() = default;

    /// Of days in any order; of two entries for one day the later in the list holds.
    explicit WorkCalendar(std::vector<CalendarDay> days);

    /// This calendar with the office's own entries before it.
    WorkCalendar with(std::span<const CalendarDay> own) const;

    bool is_working_day(Date date) const;

    /// Whether the days off of that year were entered: then some of its National Day week are. Of
    /// other years only weekends are known to be off.
    bool knows(std::chrono::year year) const;

    /// Whether all years from the first to the last of these days are known.
    bool knows(Date from, Date to) const;

    /// The n-th working day after `from`: day 1 is the first working day after it. `from` itself
    /// for 0, going back for fewer.
    Date add_working_days(Date from, std::int64_t n) const;

    /// How many working days lie after `from` up to `to`, which counts; below zero where `to` is
    /// before.
    std::int64_t working_days_between(Date from, Date to) const;

    /// The last day of a term that starts on `start`, which does not count: the day of the same
    /// number in months and years, or the last of a shorter month. Days on which the clock stands
    /// still come on top, calendar days too. A calendar day that is off is not moved. Nothing while
    /// a stop has no end before the term has run, and for a term below zero or beyond a century.
    std::optional<Date> due_on(
        Date start, const Term& term, std::span<const ClockStop> stops = {}) const;

private:
    std::vector<CalendarDay> days_; ///< by date
};

} // namespace model
