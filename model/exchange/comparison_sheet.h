#pragma once

#include "model/exchange/comparison.h"

#include <filesystem>

namespace model {

/// The comparison as a sheet (.xlsx or .csv) to be signed: a row for each field that differs, then
/// the unreadable rows with their reasons, the figures, and a line for the signatures. `taken` says
/// of each entry whether it is to be taken; empty: nothing is said of it. Throws as create_sheet().
void write_comparison(RecordStore& store, const Edition& edition, const Comparison& comparison,
    const std::vector<bool>& taken, const std::filesystem::path& path, const Translate& translate);

} // namespace model
