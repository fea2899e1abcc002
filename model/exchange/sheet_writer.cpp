#include "model/exchange/sheet_writer.h"

#include "model/base/text.h"
#include "model/exchange/csv_writer.h"
#include "model/exchange/sheet.h"
#include "model/exchange/xlsx_writer.h"

namespace model {

void expect_sheet_name(const std::filesystem::path& path)
{
    const auto ending = lower(file_name(path.extension()));
    if (ending != ".csv" && ending != ".xlsx")
        throw UsageError(
            {msgid("{1} is no name for a sheet; let it end in .xlsx or .csv."), {file_name(path)}});
}

std::unique_ptr<SheetWriter> create_sheet(const std::filesystem::path& path,
    std::span<const SheetColumn> columns, const SheetOutput& output)
{
    expect_sheet_name(path);
    if (lower(file_name(path.extension())) == ".csv")
        return std::make_unique<CsvWriter>(path, columns, output.encoding);
    return std::make_unique<XlsxWriter>(path, columns, output.sheet);
}

} // namespace model
