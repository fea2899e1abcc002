#pragma once

#include "model/base/message.h"

#include <filesystem>
#include <span>

namespace model {

struct Chart;

/// Writes the numbers of charts as an .xlsx or .csv, by the ending of the name: a row for each
/// number, with the chart it is of, its share where it has one, and the filter that lists its
/// records. Throws as create_sheet().
void write_charts(
    std::span<const Chart> charts, const std::filesystem::path& path, const Translate& translate);

} // namespace model
