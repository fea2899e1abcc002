#pragma once

#include "model/exchange/encoding.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace model {

/// A column of a sheet to be written.
struct SheetColumn {
    std::string head;
    double width = 14; ///< in characters, for workbooks
    /// For numbers: how many decimals to show. Without it everything in the column stays text, to
    /// the letter, so that no spreadsheet rounds an ID number or runs a formula.
    std::optional<int> decimals = std::nullopt;
    bool hidden = false;                 ///< in workbooks: there, but folded away
    std::vector<std::string> words = {}; ///< in workbooks: to choose from in its cells
    bool only_words = true;              ///< nothing but these may be typed
    std::string hint = {};               ///< in workbooks: shown at the chosen cell
};

struct SheetOutput {
    Encoding encoding = Encoding::utf8; ///< of a .csv
    std::string sheet = "Sheet1";       ///< the name of the sheet in an .xlsx
};

/// Writes a sheet row by row under its heads, holding no more than a row in memory. The file
/// appears under its name when it is finished; until then, and after any failure, what stood there
/// before stands there still.
class SheetWriter {
public:
    SheetWriter() = default;
    SheetWriter(const SheetWriter&) = delete;
    SheetWriter& operator=(const SheetWriter&) = delete;
    virtual ~SheetWriter() = default;

    /// One cell for each column, valid UTF-8; missing ones are empty. Throws SheetError.
    virtual void row(std::span<const std::string> cells) = 0;

    /// Completes the file. Throws SheetError if it cannot be put in its place, or if the encoding
    /// has no code for some of the characters; the sentence lists them.
    virtual void finish() = 0;
};

/// Throws UsageError for a name that ends neither in .xlsx nor in .csv.
void expect_sheet_name(const std::filesystem::path& path);

/// Starts an .xlsx or .csv, by the ending of the name. Throws SheetError, and as
/// expect_sheet_name().
std::unique_ptr<SheetWriter> create_sheet(const std::filesystem::path& path,
    std::span<const SheetColumn> columns, const SheetOutput& output = {});

} // namespace model
