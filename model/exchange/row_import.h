#pragma once

#include "model/commands/rights.h"
#include "model/commands/serials.h"
#include "model/exchange/import.h"
#include "model/exchange/row_doubles.h"
#include "model/exchange/row_match.h"
#include "model/exchange/row_reader.h"
#include "model/store/batch.h"

#include <unordered_map>

namespace model {

/// Decides what one row of an import means, checks it and writes it: whole or not at all.
class RowImport {
public:
    /// Counts and errors go to `result`.
    RowImport(RecordStore& store, Permission permission, Snapshot& snapshot, UnitsOnTheWay& units,
        const ImportPlan& plan, const EntityDef& def, const ImportOptions& options,
        ImportResult& result);

    /// From now on changes() tells.
    void note_changes() { notes_changes_ = true; }

    /// From now on rows only change the records that their ids name; a cell without text empties
    /// its field if it `empties`.
    void only_change(bool empties)
    {
        only_changes_ = true;
        empties_ = empties;
    }

    /// What the last row changed.
    const std::vector<ImportedRow::Change>& changes() const { return changes_; }

    /// Without a batch nothing is written.
    void take(ReadRow& row, Batch* batch);

    /// The record that the last row was about; nil where the row was refused.
    const Uuid& record() const { return record_; }

    /// After the last row: a refused row that would overwrite what a taken one says is told so.
    void compare_refused();

private:
    using Index = HeldRecords::Index;

    bool take_window(ReadRow& row, Batch* batch);
    void make(ReadRow& row, Batch* batch);
    void bring_back(ReadRow& row, Batch* batch);
    void change(ReadRow& row, Index index, Batch* batch);
    void make_units(const ReadRow& row, Batch* batch);

    std::vector<FieldEdit> edits_of(ReadRow& row, const Record& before);
    bool empties(const ReadRow& row, std::size_t field) const;
    bool is_title_of(const Value& value, const std::string& text);
    bool says_the_same(const ReadRow& row, std::size_t field, const Value& value);
    bool has_what_is_needed(const ReadRow& row);
    void keep_number(const Record& before, std::vector<FieldEdit>& edits) const;
    void warn_of_words(const ReadRow& row);
    bool passes(const ReadRow& row, const Record& record, const Record* before,
        std::span<const FieldEdit> edits);
    bool may_write_all(const Record* before) const;
    bool may_write(const ReadRow& row, const Record& record, const Record* before,
        std::span<const FieldEdit> edits);
    bool may_change_account(const ReadRow& row, const Record& record, const Record* before);
    bool may_bring_back(const ReadRow& row, const Uuid& id, std::string_view field);
    bool may_make_units(const ReadRow& row);

    void tell_change(const ReadRow& row, const Record& before, std::span<const FieldEdit> edits);
    void warn_of_move(const ReadRow& row, const Record& before, const Record& after);
    void warn_of_new_name(
        const ReadRow& row, const Record& before, std::span<const FieldEdit> edits);
    void warn(const ReadRow& row, std::string_view field, Message reason);
    void note(const ReadRow& row, const Record& before, std::span<const FieldEdit> edits);

    void refuse(const ReadRow& row, std::string_view field, Message reason);
    void refuse_overwriting(const ReadRow& row, const Record& before);
    void refuse_problems(const ReadRow& row);
    void refuse_unknown(const ReadRow& row);
    void refuse_rivals(const ReadRow& row, const std::vector<Index>& rivals);
    ImportError complaint(const ReadRow& row, std::string_view field, Message reason) const;
    std::string title_text(const Record& record) const;
    std::string column_of(const ReadRow& row, const FieldDef* field) const;

    RecordStore& store_;
    Snapshot& snapshot_;
    UnitsOnTheWay& units_;
    const ImportPlan& plan_;
    const EntityDef& def_;
    const ImportOptions& options_;
    Translate translate_;
    ImportResult& result_;
    HeldRecords& held_;
    RowMatcher matcher_;
    Rights rights_;
    Date today_;
    SerialNumbers serials_;
    std::unordered_map<Index, int> row_of_; ///< which row of this sheet was about the record
    RefusedRows refused_;
    bool notes_changes_ = false;
    bool only_changes_ = false;
    bool empties_ = false;
    std::vector<ImportedRow::Change> changes_;
    Uuid record_;
    std::vector<Record> accounts_; ///< that the rows so far change, as they will be
};

} // namespace model
