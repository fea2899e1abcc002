#include "model/store/file_copy.h"

#include "model/store/checked_vfs.h"
#include "model/store/damage.h"
#include "model/store/migrations.h"
#include "model/store/store_message.h"

#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

namespace model {

namespace {

constexpr int pages_at_once = 512; // 2 MiB

SQLite::Database open_raw(
    const std::string& path, const DataKey& key, const std::string& vfs, int flags)
{
    SQLite::Database db(path, flags | SQLite::OPEN_NOMUTEX, 5000, detail::encrypted_vfs(vfs));
    detail::set_key(db.getHandle(), key);
    return db;
}

void remove_unfinished(const std::string& path, const std::string& vfs)
{
    auto* files = sqlite3_vfs_find(vfs.empty() ? nullptr : vfs.c_str());
    if (files == nullptr)
        return;
    for (const auto* ending : {"", "-journal", "-wal", "-shm"})
        files->xDelete(files, (path + ending).c_str(), 0);
}

void copy_pages(SQLite::Database& from, const CopyWish& wish)
{
    auto to =
        open_raw(wish.to, wish.key, wish.vfs, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    if (detail::file_pages(to.getHandle()) != 0)
        throw StoreError(
            {msgid("{1} is there already and stays as it is: choose another name"), {wish.to}});
    // Of a copy that a power cut breaks off nothing is wanted.
    to.exec("PRAGMA journal_mode = OFF");
    to.exec("PRAGMA synchronous = FULL");
    SQLite::Backup pages(to, from);
    for (int code = SQLITE_OK; code != SQLITE_DONE;) {
        code = pages.executeStep(pages_at_once);
        if (code != SQLITE_OK && code != SQLITE_DONE)
            throw SQLite::Exception(to.getHandle(), code);
        const int all = pages.getTotalPageCount();
        if (wish.on_copy && !wish.on_copy(all - pages.getRemainingPageCount(), all))
            throw CopyGivenUp();
    }
}

/// A data file is at work with a log beside it; a copy lies still.
void make_one_file(const CopyWish& wish)
{
    auto copy = open_raw(wish.to, wish.key, wish.vfs, SQLite::OPEN_READWRITE);
    copy.exec("PRAGMA synchronous = FULL");
    copy.exec("PRAGMA journal_mode = DELETE");
}

/// Reads one state of the file until it goes.
class Snapshot {
public:
    explicit Snapshot(SQLite::Database& db) : transaction_(db) {}

private:
    SQLite::Transaction transaction_;
};

} // namespace

CopyGivenUp::CopyGivenUp() : StoreError({msgid("The copy was given up")}) {}

FileSum copy_state(SQLite::Database& from, const CopyWish& wish)
{
    try {
        const Snapshot snapshot(from);
        const auto sum = sum_kept(from); // here it begins
        copy_pages(from, wish);
        make_one_file(wish);
        return sum;
    } catch (const SQLite::Exception& error) {
        remove_unfinished(wish.to, wish.vfs);
        throw StoreError(store_message(error, wish.to));
    } catch (const CopyGivenUp&) {
        remove_unfinished(wish.to, wish.vfs);
        throw;
    }
}

void expect_sound(
    const std::string& path, const DataKey& key, const FileSum& sum, const std::string& vfs)
{
    try {
        const auto found = damage(path, key, {.vfs = vfs});
        if (found.size() == 1 && found[0] == wrong_key_message(path))
            throw StoreError(found[0]);
        if (!found.empty())
            throw StoreError({msgid("The copy {1} is damaged: take another one"), {path}});
        auto db = open_raw(path, key, vfs, SQLite::OPEN_READONLY);
        if (sum_kept(db) != sum || sum_of_rows(db) != sum)
            throw StoreError({msgid("The records in the copy {1} do not add up to what was copied: "
                                    "take another one"),
                {path}});
    } catch (const SQLite::Exception& error) {
        throw StoreError(store_message(error, path));
    }
}

CopyFacts facts_of(const std::string& path, const DataKey& key, const std::string& vfs)
try {
    auto db = open_raw(path, key, vfs, SQLite::OPEN_READONLY);
    constexpr std::int64_t page_size = 4096;
    return {schema_version(db), detail::file_pages(db.getHandle()) * page_size, sum_kept(db)};
} catch (const SQLite::Exception& error) {
    throw StoreError(store_message(error, path));
}

} // namespace model
