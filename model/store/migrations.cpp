#include "model/store/migrations.h"

#include "model/base/error.h"

#include <sqlite3.h>

#include <exception>
#include <string>

namespace model {

int newest_schema()
{
    return migrations().back().version;
}

int schema_version(SQLite::Database& db)
{
    return db.execAndGet("PRAGMA user_version").getInt();
}

void migrate(SQLite::Database& db, int target)
{
    const int current = schema_version(db);
    if (current > newest_schema())
        throw StoreError(
            {msgid("The data was written by a newer version of this program: please update it")});

    for (const auto& step : migrations()) {
        if (step.version <= current || step.version > target)
            continue;
        try {
            // Immediate, and looked at again inside: two programs may open a fresh file at once.
            SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
            if (schema_version(db) >= step.version)
                continue;
            db.exec(std::string(step.sql));
            db.exec("PRAGMA user_version = " + std::to_string(step.version));
            transaction.commit();
        } catch (const SQLite::Exception& error) {
            if (error.getErrorCode() != SQLITE_ERROR)
                throw; // of the disk, not of the step: whoever opens the file has the sentence
            std::throw_with_nested(StoreError(
                {msgid("The data could not be brought to version {1}"), {std::string(step.name)}}));
        }
    }
}

} // namespace model
