#pragma once

#include "model/exchange/sheet.h"
#include "model/exchange/workbook.h"
#include "model/exchange/xml_scanner.h"

#include <string>
#include <string_view>

namespace model {

/// One worksheet of an .xlsx, read from top to bottom. Formulas count with the value the workbook
/// keeps for them.
class XlsxReader : public SheetReader {
public:
    /// `sheet` empty: the first visible one.
    explicit XlsxReader(const std::filesystem::path& path, std::string_view sheet = {});

    bool next(SheetRow& row) override;
    double done() const override { return part_->done(); }

private:
    enum class CellType { number, shared, text, inline_text, boolean, error, date };

    bool read_row(SheetRow& row);
    bool read_cell(SheetRow& row);
    CellType cell_type();
    std::size_t take_column();
    bool read_value();
    void fill(Cell& cell, CellType type, std::size_t style);
    void fill_number(Cell& cell, std::size_t style);
    [[noreturn]] void refuse_cell() const;

    Workbook workbook_;
    std::unique_ptr<ZipPart> part_;
    XmlScanner xml_;
    std::string value_;
    int row_ = 0;
    std::size_t next_column_ = 0;
    std::size_t column_ = 0;
    bool ended_ = false;
};

} // namespace model
