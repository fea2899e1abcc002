#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace model {

/// A column as spreadsheets name it: 0 is "A", 26 is "AA".
std::string column_letters(std::size_t column);

struct CellReference {
    std::size_t column = 0; ///< from 0
    int row = 0;            ///< from 1
};

/// Reads "AB12" within Excel's own size (XFD1048576).
std::optional<CellReference> parse_cell_reference(std::string_view text);

} // namespace model
