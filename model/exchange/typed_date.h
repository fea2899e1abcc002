#pragma once

#include "model/base/date.h"
#include "model/base/message.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

/// Dates and times as people type them and as sheets hold them, full-width characters included.
namespace model {

/// "2026-01-08", "20260108", "2026/1/8", "2026.1.8", "2026年1月8日", any of them followed by a time
/// of day, and 今天 or "today".
std::optional<Date> parse_typed_date(std::string_view text, Date today);

/// A date typed at a form, where less will do than in a sheet, for the user sees at once what was
/// understood: all of the above, and
///
/// - 1-8, 1/8, 1.8, 1月8日, 0108: of this year; 8日, 8号: of this month
/// - 26.1.8: the year of two digits that lies at most 20 years ahead
/// - 明天, 后天, 昨天, 前天 and their English; +7, -3, 7天后, 3天前: so many days from today
/// - 2026。1。8, 2026、1、8, 2026—1—8: what a Chinese input method makes of the signs
///
/// Otherwise the sentence that says why it is none.
std::variant<Date, Message> read_entered_date(std::string_view text, Date today);

/// "2026-10", "202610", "2026/10", "2026.10", "2026年10月", 本月 or "this month", as "2026-10".
std::optional<std::string> parse_typed_month(std::string_view text, Date today);

/// "8:30", "08:30:00", "8时30分", "8点", as "08:30".
std::optional<std::string> parse_typed_time(std::string_view text);

} // namespace model
