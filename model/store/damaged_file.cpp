#include "model/store/damaged_file.h"

#include "model/store/cells.h"
#include "model/store/damage.h"

#include <sqlite3.h>

#include <algorithm>
#include <limits>

namespace model::detail {

namespace {

constexpr auto first_row = std::numeric_limits<std::int64_t>::min();
constexpr auto last_row = std::numeric_limits<std::int64_t>::max();

/// And not that somebody else has the file, or memory ran out.
bool is_damage(const SQLite::Exception& error)
{
    const int code = error.getErrorCode();
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_IOERR;
}

} // namespace

DamagedFile::DamagedFile(std::string path, const DataKey& key, std::string vfs)
    : path_(std::move(path))
    , key_(key)
    , vfs_(std::move(vfs))
{
}

SQLite::Database DamagedFile::open() const
{
    SQLite::Database db(path_, SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX, 5000, vfs_);
    set_key(db.getHandle(), key_);
    return db;
}

bool DamagedFile::read(const std::string& sql, const Each& each, std::int64_t from) const
{
    bool is_reading = true; // and it is not `each` that throws
    try {
        auto db = open();
        SQLite::Statement rows(db, sql);
        if (rows.getBindParameterCount() == 1)
            rows.bind(1, from);
        while (rows.executeStep()) {
            is_reading = false;
            each(rows);
            is_reading = true;
        }
        return true;
    } catch (const SQLite::Exception& error) {
        if (!is_reading || !is_damage(error))
            throw;
    }
    return false;
}

bool DamagedFile::read_rows(const std::string& table, const Each& each) const
{
    const auto sql =
        "SELECT rowid, * FROM " + model::quoted(table) + " WHERE rowid >= ? ORDER BY rowid";
    bool is_whole = true;
    for (auto next = first_row;; is_whole = false) {
        const bool is_end = read(
            sql,
            [&](SQLite::Statement& row) {
                next = row.getColumn(0).getInt64() + 1;
                each(row);
            },
            next);
        if (is_end)
            return is_whole;
        const auto after = next_readable(table, next);
        if (!after)
            return false;
        next = *after;
    }
}

/// The first row after the damage at that one; none where the damage has no end.
std::optional<std::int64_t> DamagedFile::next_readable(
    const std::string& table, std::int64_t row) const
{
    const auto sql =
        "SELECT rowid, * FROM " + model::quoted(table) + " WHERE rowid >= ? ORDER BY rowid LIMIT 1";
    const auto is_readable = [&](std::int64_t at) {
        return read(
            sql, [](auto&) {}, at);
    };
    auto bad = std::max<std::int64_t>(row, 0); // ours are numbered from 1
    auto good = bad;
    for (std::int64_t step = 1;; step *= 2) {
        if (step > last_row / 4 || good > last_row - step)
            return std::nullopt;
        bad = good;
        good += step;
        if (is_readable(good))
            break;
    }
    while (good - bad > 1) {
        const auto middle = bad + (good - bad) / 2;
        (is_readable(middle) ? good : bad) = middle;
    }
    return good;
}

} // namespace model::detail
