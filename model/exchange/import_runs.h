#pragma once

#include "model/commands/editor.h"
#include "model/exchange/import.h"

#include <string>
#include <vector>

namespace model {

/// An import that wrote something, as its history shows it.
struct ImportRun {
    std::int64_t run = 0;
    std::int64_t command = 0;
    std::string entity;
    std::string file;
    std::string sha256;
    Instant at = 0;
    std::string user;
    int new_ = 0;
    int changed = 0;
    int same = 0;
    int wrong = 0;
    bool undone = false;
};

/// Notes a finished import, inside the transaction that wrote it; gives its run.
std::int64_t record_import(RecordStore& store, const Account& account, const EntityDef& def,
    const std::filesystem::path& path, const ImportOptions& options, const ImportResult& result);

/// Newest first.
std::vector<ImportRun> imports(RecordStore& store);

/// Takes an import back as one undoable step: what it made goes to the recycle bin, what it changed
/// gets its former values, unless it was edited since. What records that stay refer to stays too.
/// Where nothing can be taken back the import is as before, and may be taken back later. Throws
/// UsageError for a number that is no import, Error for one that was taken back already.
Outcome unimport(Editor& editor, std::int64_t run);

} // namespace model
