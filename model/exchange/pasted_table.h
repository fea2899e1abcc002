#pragma once

#include "model/exchange/block.h"
#include "model/exchange/head_words.h"

#include <span>
#include <string_view>

namespace model {

/// A table as spreadsheets put it on the clipboard: cells parted by tabs, rows by line ends, and a
/// cell that holds either stands in quotation marks. Rows without text keep their places.
std::vector<std::vector<std::string>> parse_table(std::string_view text);

/// A table that was pasted over a list, and what its first row says of its columns.
struct PastedTable {
    std::vector<std::string> heads;      ///< empty: the first row is one of values
    std::vector<const FieldDef*> fields; ///< what the heads stand for; none: for nothing
    std::optional<std::size_t> id_column;
    std::vector<std::vector<std::string>> rows; ///< without the heads, all equally wide

    std::size_t width() const { return rows.empty() ? heads.size() : rows.front().size(); }
};

/// Parses the text. Its first row is one of heads if it knows more than half of what stands there.
PastedTable read_pasted(std::string_view text, const HeadWords& words);

/// The list a table is pasted over.
struct PasteTarget {
    std::vector<Uuid> records;            ///< as they are shown
    std::vector<const FieldDef*> columns; ///< as they are shown
    std::vector<std::string> titles;      ///< of the records, if a column shows them
    std::vector<std::size_t> selected;    ///< places in `records`
    std::size_t first_column = 0;         ///< where a table without heads begins
};

/// How the rows of a table find their records: by ids that stand in it, by titles of which each
/// stands once in the list, or from the first selected row on; several selected rows are meant
/// alone, and a single row of the table is meant for each of them.
enum class PasteWay { by_id, by_title, in_order };

/// The ways that are open for the table, best first; in order always is.
std::vector<PasteWay> paste_ways(
    const PastedTable& table, const EntityDef& def, const PasteTarget& target);

/// What the table says of which record. Rows that find no place in the list are left out, and
/// `left_out` says how many.
struct PastedBlock {
    Block block;
    std::size_t left_out = 0;
};
PastedBlock paste(
    const PastedTable& table, const EntityDef& def, const PasteTarget& target, PasteWay way);

} // namespace model
