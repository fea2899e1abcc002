#include "model/exchange/sheet_writer.h"

#include "model/base/text.h"
#include "model/exchange/csv_writer.h"
#include "model/exchange/sheet.h"
#include "model/exchange/xlsx_writer.h"

namespace model {

std::unique_ptr<SheetWriter> create_sheet(const std::filesystem::path& path,
    std::span<const SheetColumn> columns, const SheetOutput& output)
{
    const auto ending = lower(file_name(path.extension()));
    if (ending == ".csv")
        return std::make_unique<CsvWriter>(path, columns, output.encoding);
    if (ending == ".xlsx")
        return std::make_unique<XlsxWriter>(path, columns, output.sheet);
    throw SheetError(
        {msgid("{1} is no name for a sheet; let it end in .xlsx or .csv."), {file_name(path)}});
}

} // namespace model
