#pragma once

#include "model/store/checked_vfs.h"
#include "model/store/damage.h"
#include "model/store/migrations.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

namespace tests {

/// Makes an encrypted file as the program of that schema left it.
inline void make_old_file(const std::string& path, const model::DataKey& key, int schema)
{
    SQLite::Database db(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 5000,
        model::detail::encrypted_vfs({}));
    model::detail::set_key(db.getHandle(), key);
    db.exec("PRAGMA journal_mode = WAL");
    model::migrate(db, schema);
}

} // namespace tests
