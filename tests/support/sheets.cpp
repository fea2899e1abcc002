#include "tests/support/sheets.h"

#include "model/base/text.h"

namespace tests {

std::vector<std::string> texts_of(const model::SheetRow& row)
{
    std::vector<std::string> texts;
    for (const auto& cell : row.cells)
        texts.push_back(cell.text);
    while (!texts.empty() && texts.back().empty())
        texts.pop_back();
    return texts;
}

std::vector<std::string> lines_of(model::SheetReader& reader)
{
    std::vector<std::string> lines;
    for (model::SheetRow row; reader.next(row);)
        lines.push_back(std::to_string(row.number) + ": " + model::join(texts_of(row), "|"));
    return lines;
}

std::string complaint_about(const std::filesystem::path& path, const model::SheetOptions& options)
{
    try {
        const auto reader = model::open_sheet(path, options);
        for (model::SheetRow row; reader->next(row);) {
        }
    } catch (const model::Error& error) {
        return english(error.message());
    }
    return {};
}

} // namespace tests
