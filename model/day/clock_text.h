#pragma once

#include "model/base/date.h"
#include "model/entities/attendance_day.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace model {

constexpr int minutes_a_day = 24 * 60;

/// What a cell of a clock file says: a day, when somebody clocked, or a word on his day.
struct ClockCell {
    std::optional<Date> date;
    std::vector<int> times;         ///< minutes of the day; of the next day (次日) that many more
    std::optional<Attendance> word; ///< assets/codes/clock_words.csv; the first list that has it
    bool is_unreadable = false;     ///< something else stands there

    bool is_empty() const { return !date && times.empty() && !word && !is_unreadable; }
};

/// Reads what clock programs write: "2026-01-08 08:21:33", "26-01-08 星期四", "08:25 12:01",
/// "08:2117:33", "下午2:28", "次日 00:30", "8时30分", "缺卡", "请假(事假)". Signs that stand for
/// nothing ("--", "/") are an empty cell.
ClockCell read_clock_cell(std::string_view text);

/// The day of the month that stands over a column ("8", "08", "8日", "8 四", "2026-01-08"), or
/// nothing.
std::optional<int> day_of_head(std::string_view text);

/// The month that a title names ("2026年1月", "2026-01-01 ~ 2026-01-31", "202601") as "2026-01".
std::optional<std::string> month_in(std::string_view text);

/// "08:25"; of the next day too.
std::string clock_text(int minute);

/// "08:25 12:01".
std::string clock_text(const std::vector<int>& minutes);

} // namespace model
