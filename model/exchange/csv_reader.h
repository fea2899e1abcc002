#pragma once

#include "model/exchange/sheet.h"
#include "model/exchange/text_file.h"

#include <optional>
#include <string>

namespace model {

/// A table in a text file: separated by comma, semicolon or tab (found out from the first lines, or
/// from Excel's "sep=" line), quoted cells with separators and line breaks in them, any line end.
/// Every cell is text, without the guard of formula_guard.h and without the ="…" that some programs
/// put around numbers.
class CsvReader : public SheetReader {
public:
    explicit CsvReader(
        const std::filesystem::path& path, std::optional<Encoding> encoding = std::nullopt);

    /// A table that was pasted: what spreadsheets put into the clipboard, in UTF-8.
    CsvReader(const std::string& name, const std::string& utf8);

    bool next(SheetRow& row) override;
    double done() const override { return file_.done(); }
    std::string encoding() const override { return encoding_name(file_.encoding()); }

    char separator() const { return separator_; }

private:
    enum class CellEnd { separator, line, file };

    bool more();
    void find_separator();
    bool read_record(SheetRow& row);
    CellEnd read_cell(std::string& text);
    void read_quoted(std::string& text);
    CellEnd read_plain(std::string& text);
    void end_line();

    std::string file_name_;
    TextFile file_;
    std::string buffer_;
    std::size_t at_ = 0;
    char separator_ = ',';
    int line_ = 1;
    int records_ = 0;
    std::size_t column_ = 0;
};

} // namespace model
