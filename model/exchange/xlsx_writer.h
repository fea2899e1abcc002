#pragma once

#include "model/exchange/pending_file.h"
#include "model/exchange/sheet_writer.h"

#include <memory>
#include <string>
#include <vector>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace model {

/// A workbook with one sheet: a bold head row that stays in sight, every cell text but the numbers
/// of numeric columns.
class XlsxWriter : public SheetWriter {
public:
    XlsxWriter(const std::filesystem::path& path, std::span<const SheetColumn> columns,
        const std::string& sheet);
    ~XlsxWriter() override;

    void row(std::span<const std::string> cells) override;
    void finish() override;

private:
    void offer(std::span<const SheetColumn> columns);
    void list_words(std::span<const SheetColumn> columns, const std::string& sheet);
    void write_text(std::size_t column, const std::string& text, lxw_format* format);
    bool write_number(std::size_t column, const std::string& text);

    struct Column {
        lxw_format* format = nullptr;
        bool numeric = false;
    };

    struct Free {
        void operator()(lxw_workbook* book) const;
    };

    PendingFile file_;
    std::unique_ptr<lxw_workbook, Free> book_;
    lxw_worksheet* sheet_;
    lxw_format* text_;
    std::vector<Column> columns_;
    int row_ = 0;
};

} // namespace model
