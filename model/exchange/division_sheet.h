#pragma once

#include "model/exchange/sheet.h"
#include "model/rules/divisions.h"

#include <filesystem>
#include <string>
#include <vector>

namespace model {

/// What a file says of a county.
struct DivisionList {
    std::vector<Subdivision> divisions; ///< each township before its villages
    std::size_t townships = 0;
    std::size_t elsewhere = 0; ///< rows of other counties, which are left out
};

/// Reads a list of townships and villages from a sheet (.xlsx, .csv), whatever its heads: of each
/// row the first cell of 9 or 12 digits is the code, and the next one that is no number the name. A
/// township may be written with twelve digits that end in 000, as the statistics bureau does; rows
/// of counties and above are passed over. Throws SheetError and Error with the row and what is
/// wrong there, or that the file holds nothing of that county.
DivisionList read_divisions(
    const std::filesystem::path& path, const std::string& county, const SheetOptions& options = {});

} // namespace model
