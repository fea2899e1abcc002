#pragma once

#include "model/dashboard/case_report.h"

#include <filesystem>

namespace model {

/// Writes the report of a month as an .xlsx or .csv, by the ending of the name: units, windows, and
/// what was kept out; numbers as numbers. Throws as create_sheet().
void write_case_report(
    const CaseReport& report, const std::filesystem::path& path, const Translate& translate);

} // namespace model
