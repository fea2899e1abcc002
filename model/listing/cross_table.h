#pragma once

#include "model/listing/cross_field.h"

namespace model {

/// What a cross-table is asked: the records of a register, those of a filter alone, counted or a
/// number of theirs added up, by one field or by two.
struct CrossQuestion {
    const EntityDef* def = nullptr;
    CrossField rows;
    std::optional<CrossField> columns = std::nullopt;
    const FieldDef* sum = nullptr; ///< none: records are counted
    std::string where = {};        ///< in the language of filter.h; empty: all records

    bool operator==(const CrossQuestion&) const = default;
};

/// What somebody may see: records he may not see are not counted.
struct CrossSight {
    std::string condition = {}; ///< on the register's table, alias t; empty: all records
    bool compares_personal = true;
    SeenThrough through = {}; ///< what he sees of other registers
};

/// Records crossed by two fields. Beside the rows and columns of values there are the row and the
/// column of totals: the last ones, whose places are rows.size() and columns.size(). A record that
/// has several words of a set stands under each of them, but once in each total.
struct CrossTable {
    struct Head {
        std::string label;
        std::string where; ///< the filter for its records
    };
    struct Cell {
        std::int64_t records = 0;
        std::int64_t sum = 0; ///< of a decimal, in its smallest places
    };

    CrossQuestion question;
    std::vector<Head> rows;
    std::vector<Head> columns; ///< none where only one field was asked for
    std::vector<Cell> cells;   ///< row by row, totals with them

    const Cell& cell(std::size_t row, std::size_t column) const;

    /// The count, or the sum as an exact decimal.
    std::string figure(std::size_t row, std::size_t column) const;

    /// The filter that lists exactly the records of the cell.
    std::string where(std::size_t row, std::size_t column) const;

    /// A record may stand under several heads.
    bool overlaps() const;
};

/// Counts, in one pass through the file. Throws UsageError for a filter that is not understood and
/// for a table that is too large to be read, Error for a sum beyond what a number holds, and
/// StoreError where the file fails.
CrossTable cross(RecordStore& store, const CrossQuestion& question, const Translate& translate,
    const CrossSight& sight = {});

/// "Postings by Sending unit and Employed as", "Case counts (Received) by Unit".
std::string title_of(const CrossQuestion& question, const Translate& translate);

/// The table as texts: a line of heads, one for each row, and the totals; cells without records
/// stay empty.
std::vector<std::vector<std::string>> lines_of(const CrossTable& table, const Translate& translate);

/// What to know of the table besides: its filter, and why parts do not add up to totals.
std::vector<std::string> notes_of(const CrossTable& table, const Translate& translate);

} // namespace model
