#pragma once

#include "model/base/message.h"

#include <cstddef>
#include <filesystem>
#include <vector>

namespace model {

struct FigureTable;

/// Writes the lines of a table with these places, and its totals, as an .xlsx or .csv, by the
/// ending of the name. Throws as create_sheet().
void write_figures(const FigureTable& table, const std::vector<std::size_t>& places,
    const std::filesystem::path& path, const Translate& translate);

} // namespace model
