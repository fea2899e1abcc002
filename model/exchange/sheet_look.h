#pragma once

#include "model/exchange/import.h"

namespace model {

/// What a sheet looks like before it is taken in: its first rows, and what its heads are taken for.
struct SheetLook {
    struct Column {
        std::string head;
        std::string field;     ///< its name, `id_head`, or empty: for nothing
        bool is_known = false; ///< a head that stands for nothing may be known to
    };

    std::vector<std::string> sheets; ///< of a workbook
    std::string encoding;            ///< of a text file
    std::vector<SheetRow> rows;      ///< the first ones, titles and heads included
    int head_row = 0;                ///< the sheet's own number; 0: none has our heads
    int last_head_row = 0;           ///< heads may take two lines
    std::vector<Column> columns;     ///< none without heads

    /// What the heads mean by the options or, where these say nothing, by an earlier sheet with the
    /// same heads.
    std::map<std::string, std::string> map;
    bool is_remembered = false;
};

/// Reads the beginning of the sheet. Throws SheetError where it cannot be read.
SheetLook look_at_sheet(RecordStore& store, const EntityDef& def, const std::filesystem::path& path,
    const ImportOptions& options);

/// The options with the head row and the meaning of heads by an earlier sheet with the same heads,
/// where they name neither themselves; tells whether there was one.
bool recall_heads(RecordStore& store, const EntityDef& def, const std::filesystem::path& path,
    ImportOptions& options);

} // namespace model
