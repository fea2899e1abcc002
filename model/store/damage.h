#pragma once

#include "model/base/message.h"
#include "model/schema/entity.h"
#include "model/store/database.h"

#include <vector>

struct sqlite3;

namespace model {

/// Everything wrong with the data file, one sentence each; none for a sound one. Every page carries
/// a seal made with the key, so a changed byte anywhere is found; SQLite's own check of its
/// structure follows where the pages allow it. Works on files that Database refuses to open.
std::vector<Message> damage(
    const std::string& path, const DataKey& key, const DatabaseOptions& options = {});

/// What of one register a damaged file still gives.
struct Readable {
    const EntityDef* def = nullptr;
    std::int64_t records = 0;
    bool whole = true;           ///< all of them
    std::int64_t unreadable = 0; ///< the others, where the list of all records can still be read
    std::vector<Uuid> first_unreadable = {}; ///< the first few of these
};

/// How many records of each register can still be read, past the damage, and which cannot; those of
/// the recycle bin count too. Takes as long as reading them.
std::vector<Readable> readable(const std::string& path, const DataKey& key, const Catalog& catalog,
    const DatabaseOptions& options = {});

namespace detail {

/// Gives a freshly opened connection its key; no key derivation runs, the key being random already.
void set_key(sqlite3* db, const DataKey& key);

/// The numbers of the pages, up to `limit` pages into the file, whose seal the connection's key
/// does not open. Reads the file itself, beside any log.
std::vector<int> unreadable_pages(sqlite3* db, int limit);
int file_pages(sqlite3* db);

} // namespace detail

} // namespace model
