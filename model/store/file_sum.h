#pragma once

#include "model/base/hash.h"
#include "model/store/database.h"

#include <cstdint>

namespace model {

/// How many records a file holds, those of the recycle bin among them, and what they add up to.
struct FileSum {
    std::int64_t records = 0;
    Hash128 digest;

    bool operator==(const FileSum&) const = default;
};

/// The sum that the file keeps of itself. Both work on files of any schema that has records, and
/// throw SQLite::Exception where the file fails.
FileSum sum_kept(SQLite::Database& db);

/// The sum of the rows themselves, read from end to end; of a sound file it is the one kept.
FileSum sum_of_rows(SQLite::Database& db);

} // namespace model
