#pragma once

#include "model/exchange/import.h"

namespace model {

/// Throws UsageError where both are one file, however the paths are spelt: what is written must
/// never take the place of the sheet it comes from.
void expect_another_file(const std::filesystem::path& sheet, const std::filesystem::path& written);

/// Writes the wrong rows of an import, as they stand in its sheet and under the same heads, with
/// two columns more: the reason and the column at fault. Mended there, it can be imported as it is:
/// the two columns are passed over. Gives false, and writes nothing, where nothing was wrong.
/// Throws SheetError, and UsageError where `path` is the sheet itself.
bool write_error_sheet(const std::filesystem::path& sheet, const ImportOptions& options,
    const ImportResult& result, const std::filesystem::path& path);

} // namespace model
