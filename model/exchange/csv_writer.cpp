#include "model/exchange/csv_writer.h"

#include "model/base/text.h"
#include "model/exchange/formula_guard.h"
#include "model/exchange/sheet.h"
#include "model/exchange/sheet_limits.h"

namespace model {

CsvWriter::CsvWriter(
    const std::filesystem::path& path, std::span<const SheetColumn> columns, Encoding encoding)
    : file_(path)
    , output_(file_.temporary(), std::ios::binary)
    , encoding_(encoding)
    , columns_(columns.size())
{
    if (encoding != Encoding::gbk && encoding != Encoding::gb18030)
        buffer_ = "\xEF\xBB\xBF";
    std::vector<std::string> heads;
    for (const auto& column : columns)
        heads.push_back(column.head);
    put_row(heads);
}

void CsvWriter::row(std::span<const std::string> cells)
{
    put_row(cells);
}

void CsvWriter::put_row(std::span<const std::string> cells)
{
    if (++row_ > sheet_limits::rows)
        throw SheetError({msgid("{1} would have more than {2} rows; choose fewer records."),
            {file_.name(), std::to_string(sheet_limits::rows)}});
    for (std::size_t i = 0; i < columns_; ++i) {
        if (i > 0)
            buffer_ += ',';
        if (i < cells.size()) {
            check_length(cells[i], file_.name(), row_, i);
            put(cells[i]);
        }
    }
    buffer_ += "\r\n";
    flush();
}

/// Quoted also for what another separator would be, so that no reader takes it for one.
void CsvWriter::put(std::string_view cell)
{
    const auto text = guard_formula(cell);
    if (text.find_first_of(",;\t\"\r\n") == std::string::npos) {
        buffer_ += text;
        return;
    }
    buffer_ += '"';
    for (const char c : text)
        buffer_.append(c == '"' ? 2 : 1, c);
    buffer_ += '"';
}

void CsvWriter::flush()
{
    const auto known = missing_.size();
    output_ << encode(buffer_, encoding_, missing_);
    if (known == 0 && !missing_.empty())
        first_missing_ = row_;
    buffer_.clear();
    if (!output_)
        file_.refuse();
}

void CsvWriter::finish()
{
    if (!missing_.empty())
        throw SheetError(
            {msgid("{1} cannot be written in {2}, which lacks these characters: {3} (first in row "
                   "{4}); choose UTF-8 or .xlsx."),
                {file_.name(), encoding_name(encoding_), join(missing_, " "),
                    std::to_string(first_missing_)}});
    output_.close();
    if (!output_)
        file_.refuse();
    file_.commit();
}

} // namespace model
