#pragma once

#include "model/exchange/sheet.h"
#include "model/store/record_store.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace model {

struct Block;

/// A cell of a sheet: the row's own number, the column from 0.
struct CellPlace {
    int row = 0;
    std::size_t column = 0;

    auto operator<=>(const CellPlace&) const = default;
};

/// How a sheet is to be taken in.
struct ImportOptions {
    bool dry_run = false;                   ///< says what would happen and writes nothing
    bool good_rows = false;                 ///< leaves wrong rows out instead of taking none
    std::string encoding;                   ///< of a text file; empty: to be found out
    std::string sheet;                      ///< of a workbook; empty: the first one
    int head_row = 0;                       ///< the sheet's own number; 0: to be found out
    std::map<std::string, std::string> map; ///< head to field, over what is known; "" to ignore
    std::vector<Translate> languages;       ///< in which heads and words may be; the user's first

    /// A table that was pasted, to be read instead of the file (see SheetOptions).
    std::shared_ptr<const std::string> pasted = nullptr;

    /// What is to be read instead of what stands in these cells.
    std::map<CellPlace, std::string> mends = {};

    /// What is to be read instead of a sheet (block.h). Such a step is no run: it is not in the
    /// history of imports and its heads are not remembered.
    std::shared_ptr<const Block> block = nullptr;

    bool keep_rows = false;   ///< what becomes of each row is kept in the result
    bool all_changes = false; ///< every changed row is told in the result, not the first alone
};

/// What is wrong or odd with one row: where, what stands there, and why that cannot be taken.
struct ImportError {
    int row = 0;        ///< the sheet's own number
    std::string column; ///< its head; the field's label if the sheet has no such column
    std::string value;
    Message reason;
    std::optional<std::size_t> at = {}; ///< the number of the column, if the sheet has it
};

enum class RowState { added, changed, same, wrong };

/// What becomes of a row, for those who look before they take it in.
struct ImportedRow {
    struct Change {
        std::size_t column = 0;
        std::string before; ///< what the record holds, in words
    };

    int number = 0;
    RowState state = RowState::same;
    std::vector<std::string> cells; ///< as they are read, mends included
    std::vector<Change> changes;
};

/// What a row changes in the record it is about.
struct ImportChange {
    struct Field {
        const FieldDef* field = nullptr;
        Value before;
        Value after;
    };

    int row = 0;
    Uuid record = {};
    std::string title; ///< of the record, as it was
    std::vector<Field> fields;
};

struct ImportResult {
    /// How many of the changed rows are told in `changes`, unless options.all_changes.
    static constexpr std::size_t changes_told = 20;

    std::int64_t run = 0; ///< for imports() and unimport(); 0 if nothing was written
    std::int64_t command = 0;
    int new_ = 0;
    int changed = 0;
    int same = 0;
    int wrong = 0;                          ///< rows; one may have several errors
    std::vector<std::string> heads;         ///< of the sheet's columns
    std::vector<const FieldDef*> no_column; ///< a new record needs it; the sheet has no column
    std::vector<std::string> not_taken;     ///< heads that stand for nothing here
    std::vector<ImportError> errors;
    std::vector<ImportError> warnings; ///< of rows that are taken all the same
    std::vector<ImportChange> changes; ///< of the changed rows
    std::vector<Message> notes;        ///< columns and rows left out, units made on the way

    /// Whether the error is that the sheet has no column for what a new record needs: the same in
    /// each row.
    bool is_of_no_column(const ImportError& error, const Translate& translate) const;

    std::vector<ImportedRow> rows; ///< if options.keep_rows; those that are no records left out
    bool cancelled = false;
};

/// Told how much of the sheet is done, 0 to 1; gives false to stop.
using Progress = std::function<bool(double done)>;

/// Takes the rows of a sheet into the register of `def`, as one undoable step. A row finds its
/// record by the id column of an export, else by the entity's match fields (row_match.h), else it
/// is new. Only the columns that the sheet has change anything, and an empty cell changes nothing.
/// A new record needs what new_record.h says of sheets; columns that nothing is called by are told.
/// Every row is checked by the rules and by who may write what; one wrong row keeps all out, unless
/// options.good_rows. A row is written whole or not at all; the same sheet again changes nothing. A
/// row that an error sheet says was refused for saying otherwise than another one overwrites
/// nothing as long as its reason stands there. What options.map says is remembered for sheets with
/// the same heads (head_memory.h). `def` may be a roster's (staff_roster.h), whose rows are several
/// records each. Throws SheetError where the file cannot be read as a sheet of
/// this entity, StoreError where the data file fails; nothing is written then.
ImportResult import_sheet(RecordStore& store, const Account& account, const EntityDef& def,
    const std::filesystem::path& path, const ImportOptions& options = {},
    const Progress& progress = {});

} // namespace model
