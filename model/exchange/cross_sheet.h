#pragma once

#include "model/base/message.h"

#include <filesystem>

namespace model {

struct CrossTable;

/// Writes a cross-table as an .xlsx or .csv, by the ending of the name: its heads, rows and totals,
/// figures as numbers. Throws as create_sheet().
void write_cross_table(
    const CrossTable& table, const std::filesystem::path& path, const Translate& translate);

} // namespace model
