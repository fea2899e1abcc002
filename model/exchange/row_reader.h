#pragma once

#include "model/exchange/entry.h"
#include "model/exchange/import_plan.h"
#include "model/exchange/snapshot.h"
#include "model/exchange/type_codes.h"
#include "model/exchange/units_on_the_way.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace model {

/// A cell that does not read as a value of its field.
struct CellProblem {
    const FieldDef* field = nullptr; ///< none: the id column
    std::size_t column = 0;
    std::string text;
    Message reason;
    bool contradicts = false; ///< it reads as a value, but as another one than its neighbour
};

/// A row of a sheet as values.
struct ReadRow {
    int number = 0;
    Record given; ///< its id is nil unless the sheet gives one
    std::vector<CellProblem> problems;
    std::vector<CellProblem> in_words; ///< names of nothing here, which a text field keeps
    std::vector<CellProblem> renamed;  ///< numbers that a window had before: taken, and told
    std::vector<Record> units;         ///< not there yet, to be made if the row is taken

    /// The text of the cell that gave the field.
    std::string text_of(std::size_t field) const;

    const SheetRow* row = nullptr;
    std::vector<std::size_t> columns; ///< for each field the column that gave it
};

/// Reads the cells of rows as the plan says which holds what. A unit that nobody knows yet is made
/// on the way where `units` is given.
class RowReader {
public:
    RowReader(RecordStore& store, Snapshot& snapshot, const ImportPlan& plan, const EntityDef& def,
        const std::vector<Translate>& languages, UnitsOnTheWay* units);

    /// Item types that stand there by these codes are what the table says.
    void read_types_by(TypeCodes codes) { type_codes_ = std::move(codes); }

    /// What it gives stays valid until the next call.
    ReadRow& read(const SheetRow& row);

private:
    void read_id(const SheetRow& row);
    bool keep_in_words(const FieldDef& field, std::size_t column, const std::string& text);
    void compare_others(const SheetRow& row, const ImportPlan::Source& source, std::size_t taken,
        const Value& value);
    void note_renamed(const FieldDef& field, std::size_t column, const std::string& text);
    Entry read_cell(const FieldDef& field, const Cell& cell);
    Entry read_word(const FieldDef& field, const std::string& text);
    Entry read_reference(const FieldDef& field, const std::string& text);
    bool may_name_one(const EntityDef& def, const std::string& text);

    using Words = std::unordered_map<std::string, Entry>;

    RecordStore& store_;
    Snapshot& snapshot_;
    const ImportPlan& plan_;
    Translate translate_;
    EntryReader entries_;
    UnitsOnTheWay* units_;
    TypeCodes type_codes_;
    std::unordered_map<const FieldDef*, Words> words_;
    std::unordered_map<std::string, std::string> numbers_now_; ///< of windows, by what was written
    ReadRow row_;
};

} // namespace model
