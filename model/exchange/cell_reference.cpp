#include "model/exchange/cell_reference.h"

namespace model {

std::string column_letters(std::size_t column)
{
    std::string letters;
    for (++column; column > 0; column = (column - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    return letters;
}

std::optional<CellReference> parse_cell_reference(std::string_view text)
{
    constexpr std::size_t last_column = 16'384;
    constexpr int last_row = 1'048'576;
    std::size_t column = 0;
    int row = 0;
    std::size_t i = 0;
    for (; i < text.size() && text[i] >= 'A' && text[i] <= 'Z' && column <= last_column; ++i)
        column = column * 26 + static_cast<std::size_t>(text[i] - 'A' + 1);
    for (; i < text.size() && text[i] >= '0' && text[i] <= '9' && row <= last_row; ++i)
        row = row * 10 + (text[i] - '0');
    if (i < text.size() || column == 0 || column > last_column || row == 0 || row > last_row)
        return std::nullopt;
    return CellReference{column - 1, row};
}

} // namespace model
