#pragma once

#include "model/base/error.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace model {

/// One cell as a clerk reads it: numbers without exponent ("430922", "0.5"), dates and times as ISO
/// text ("2026-01-31", "08:05", "2026-01-31T08:05:09"), booleans as TRUE and FALSE, errors as #N/A.
/// `text` is valid UTF-8; it is empty exactly when the kind is `empty`.
struct Cell {
    enum class Kind { empty, text, number, boolean, date, error };

    std::string text;
    Kind kind = Kind::empty;

    bool operator==(const Cell&) const = default;
};

/// Whether a number lost its last digits before it reached us: spreadsheets keep 15 digits, so an
/// ID number of 18 that was typed as a number ends in zeros. True for a numeric cell of more than
/// 15 digits and for a long number in scientific notation left as text ("4.30922E+17").
bool may_be_rounded(const Cell& cell);

struct SheetRow {
    int number =
        0; ///< the sheet's own row number from 1; of a text file the line the row starts in
    bool hidden = false;     ///< filtered out or folded away when the sheet was saved
    std::vector<Cell> cells; ///< trailing ones may be empty
};

/// The file cannot be read or written as a sheet; the sentence says what is wrong, in which row,
/// and what to do.
class SheetError : public Error {
public:
    using Error::Error;
};

/// A readable sheet, but none of its rows names our columns: perhaps another sheet of the workbook
/// does.
class HeadsError : public SheetError {
public:
    using SheetError::SheetError;
};

/// Reads a sheet from top to bottom, holding no more than a piece of it in memory.
class SheetReader {
public:
    SheetReader() = default;
    SheetReader(const SheetReader&) = delete;
    SheetReader& operator=(const SheetReader&) = delete;
    virtual ~SheetReader() = default;

    /// The next row that holds anything, into `row`; false at the end. Give the same object every
    /// time: its storage is used again, and it then stays as wide as the widest row so far. Throws
    /// SheetError.
    virtual bool next(SheetRow& row) = 0;

    /// How much of the file has been read, 0 to 1.
    virtual double done() const = 0;

    /// How a text file writes its characters, a name for parse_encoding(); empty for a workbook.
    virtual std::string encoding() const { return {}; }
};

struct SheetOptions {
    std::string encoding; ///< of a text file: a name for parse_encoding(), or empty to find out
    std::string sheet;    ///< of a workbook: the sheet's name, or empty for the first visible one

    /// A table that was pasted, in UTF-8, to be read instead of the file; its path is then no more
    /// than what sentences call it.
    std::shared_ptr<const std::string> pasted = nullptr;
};

/// Opens a workbook (.xlsx) or a table in a text file (.csv, .txt), told apart by what is in it,
/// whatever its name says. Throws SheetError for anything else.
std::unique_ptr<SheetReader> open_sheet(
    const std::filesystem::path& path, const SheetOptions& options = {});

/// The visible sheets of a workbook in their order; none for a text file.
std::vector<std::string> sheet_names(const std::filesystem::path& path);

/// The last part of the path as UTF-8, for sentences.
std::string file_name(const std::filesystem::path& path);

/// The path as UTF-8, as it was given.
std::string path_text(const std::filesystem::path& path);

/// Throws SheetError, naming the cell, if its text is longer than sheet_limits allow. `column`
/// counts from 0.
void check_length(const std::string& text, const std::string& file, int row, std::size_t column);

} // namespace model
