#pragma once

#include "model/schema/field.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace model {

/// The rows of one of our own lists under its heads. The lists hold no quotation marks: each comma
/// parts two cells. std::logic_error for a row with another number of cells than the heads.
std::vector<std::vector<std::string>> code_rows(std::string_view asset);

[[noreturn]] void unknown_code(const std::string& cell);

/// The enumerator of that code; nothing for an empty cell, std::logic_error for an unknown word.
template <class Enum>
std::optional<Enum> code_in(const std::string& cell)
{
    if (cell.empty())
        return std::nullopt;
    for (std::size_t i = 0; i < choices_of<Enum>.size(); ++i)
        if (choices_of<Enum>[i].code == cell)
            return static_cast<Enum>(i);
    unknown_code(cell);
}

} // namespace model
