#pragma once

#include "model/exchange/pending_file.h"
#include "model/exchange/sheet_writer.h"

#include <cstddef>
#include <fstream>
#include <string>
#include <vector>

namespace model {

/// A table as comma-separated text with CRLF, in UTF-8 (with byte order mark, by which Excel knows
/// it) or another encoding. Formula-like text is disarmed (formula_guard.h).
class CsvWriter : public SheetWriter {
public:
    CsvWriter(
        const std::filesystem::path& path, std::span<const SheetColumn> columns, Encoding encoding);

    void row(std::span<const std::string> cells) override;
    void finish() override;

private:
    void put_row(std::span<const std::string> cells);
    void put(std::string_view cell);
    void flush();

    PendingFile file_;
    std::ofstream output_;
    Encoding encoding_;
    std::size_t columns_;
    int row_ = 0;
    std::string buffer_;
    std::vector<std::string> missing_;
    int first_missing_ = 0;
};

} // namespace model
