#include "model/exchange/figure_sheet.h"

#include "model/dashboard/figure_table.h"
#include "model/exchange/sheet_writer.h"

namespace model {

void write_figures(const FigureTable& table, const std::vector<std::size_t>& places,
    const std::filesystem::path& path, const Translate& translate)
{
    constexpr double width_of_names = 28;
    constexpr double width_of_details = 16;
    const auto lines = lines_of(table, places, translate);
    std::vector<SheetColumn> columns;
    for (const auto& head : lines.front()) {
        auto& column = columns.emplace_back();
        column.head = head;
        if (columns.size() == 1)
            column.width = width_of_names;
        else if (columns.size() <= 1 + table.details.size())
            column.width = width_of_details;
        else
            column.decimals = 0;
    }
    const auto writer = create_sheet(path, columns, {.sheet = translate(table.title)});
    for (std::size_t i = 1; i < lines.size(); ++i)
        writer->row(lines[i]);
    writer->finish();
}

} // namespace model
