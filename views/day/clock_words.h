#pragma once

#include "model/entities/attendance_day.h"

#include <wx/string.h>

#include <cstdint>
#include <optional>

namespace views {

/// "迟到 12 分钟"; empty for none.
wxString attendance_words(
    const std::optional<model::Attendance>& state, const std::optional<std::int64_t>& minutes = {});

/// From where it is known.
wxString source_words(const std::optional<model::AttendanceSource>& source);

} // namespace views
