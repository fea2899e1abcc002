#pragma once

#include "model/base/message.h"

#include <filesystem>

namespace model {

struct DutyWeek;

/// Writes the week of a duty roster as it is shown: days across, kinds of duty down. The ending of
/// the path says whether it is a workbook or a CSV file. Throws Error where it cannot be written.
void write_duty_week(
    const DutyWeek& week, const std::filesystem::path& path, const Translate& translate);

} // namespace model
