#pragma once

#include "model/exchange/import.h"

namespace model {

/// Writes the wrong rows of an import, as they stand in its sheet and under the same heads, with
/// two columns more: the reason and the column at fault. Mended there, it can be imported as it is:
/// the two columns are passed over. Writes nothing where nothing was wrong. Throws SheetError.
void write_error_sheet(const std::filesystem::path& sheet, const ImportOptions& options,
    const ImportResult& result, const std::filesystem::path& path);

} // namespace model
