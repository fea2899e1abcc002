#pragma once

#include "model/base/date.h"

#include <optional>
#include <string>
#include <string_view>

/// Dates and times as people type them and as sheets hold them, full-width characters included.
namespace model {

/// "2026-01-08", "20260108", "2026/1/8", "2026.1.8", "2026年1月8日", any of them followed by a time
/// of day, and 今天 or "today".
std::optional<Date> parse_typed_date(std::string_view text, Date today);

/// "2026-10", "202610", "2026/10", "2026.10", "2026年10月", 本月 or "this month", as "2026-10".
std::optional<std::string> parse_typed_month(std::string_view text, Date today);

/// "8:30", "08:30:00", "8时30分", "8点", as "08:30".
std::optional<std::string> parse_typed_time(std::string_view text);

} // namespace model
