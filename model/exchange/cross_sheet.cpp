#include "model/exchange/cross_sheet.h"

#include "model/exchange/sheet_writer.h"
#include "model/listing/cross_table.h"

namespace model {

void write_cross_table(
    const CrossTable& table, const std::filesystem::path& path, const Translate& translate)
{
    constexpr double width_of_heads = 28;
    const auto& question = table.question;
    const auto lines = lines_of(table, translate);
    std::vector<SheetColumn> columns;
    for (const auto& head : lines.front()) {
        auto& column = columns.emplace_back();
        column.head = head;
        if (columns.size() == 1)
            column.width = width_of_heads;
        else
            column.decimals = question.sum ? question.sum->scale : 0;
    }
    const auto writer = create_sheet(path, columns, {.sheet = translate(question.def->plural)});
    for (std::size_t i = 1; i < lines.size(); ++i)
        writer->row(lines[i]);
    writer->finish();
}

} // namespace model
