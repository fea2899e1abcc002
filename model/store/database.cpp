#include "model/store/database.h"

#include "model/base/error.h"
#include "model/store/checked_vfs.h"
#include "model/store/damage.h"
#include "model/store/file_catalog.h"
#include "model/store/migrations.h"
#include "model/store/store_message.h"

#include <sqlite3.h>

#include <algorithm>
#include <stdexcept>

namespace model {

namespace {

bool exists(const std::string& path, const std::string& vfs)
{
    auto* files = sqlite3_vfs_find(vfs.empty() ? nullptr : vfs.c_str());
    int there = 0;
    // Where that cannot be told, nobody is sent to his backups for it.
    return files == nullptr
        || files->xAccess(files, path.c_str(), SQLITE_ACCESS_EXISTS, &there) != SQLITE_OK
        || there != 0;
}

/// Without a lock of SQLite's own: a Database belongs to one thread.
int flags(Opening opening)
{
    if (opening == Opening::read_only)
        return SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX;
    return SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX
        | (opening == Opening::fresh ? SQLite::OPEN_CREATE : 0);
}

void expect(Opening opening, SQLite::Database& handle, const std::string& path)
{
    const bool empty = detail::file_pages(handle.getHandle()) == 0;
    if (opening == Opening::fresh && !empty)
        throw StoreError(
            {msgid("{1} is there already and stays as it is: choose another name"), {path}});
    if (opening != Opening::fresh && empty)
        throw StoreError(
            {msgid("{1} is empty: bring the data file back from the last backup"), {path}});
    if (opening != Opening::read_only && sqlite3_db_readonly(handle.getHandle(), "main") == 1)
        throw StoreError(
            {msgid("{1} is write-protected: allow writing to the file and its folder"), {path}});
}

/// The first read: here it shows whether the key opens the file.
void read_first_page(SQLite::Database& handle, const std::string& path)
try {
    handle.execAndGet("SELECT count(*) FROM sqlite_schema");
} catch (const SQLite::Exception& error) {
    // A first page that the key does not open tells nothing yet; if another page opens, it is
    // damage and not the wrong key.
    constexpr int enough = 16;
    const bool is_read = detail::last_read_error() == SQLITE_OK;
    if (error.getErrorCode() == SQLITE_NOTADB && is_read) {
        const int pages = std::min(enough, detail::file_pages(handle.getHandle()));
        const auto unreadable = detail::unreadable_pages(handle.getHandle(), enough);
        if (static_cast<int>(unreadable.size()) < pages)
            throw StoreError(damaged_message(path));
    }
    throw;
}

void configure(SQLite::Database& handle, Opening opening)
{
    handle.exec("PRAGMA foreign_keys = OFF");
    handle.exec("PRAGMA temp_store = MEMORY");
    handle.exec("PRAGMA cache_size = -32768"); // 32 MiB
    handle.exec("PRAGMA trusted_schema = OFF");
    handle.exec("PRAGMA cell_size_check = ON");
    if (opening != Opening::read_only) {
        handle.exec("PRAGMA journal_mode = WAL");
        // A large step goes into the log once and from there into the file once.
        handle.exec("PRAGMA wal_autocheckpoint = 16384"); // pages: 64 MiB
        handle.exec("PRAGMA synchronous = FULL");
        // What is deleted is written over, so that no free page keeps a person's data.
        handle.exec("PRAGMA secure_delete = ON");
    }
}

void bring_up_to_date(SQLite::Database& handle, const DatabaseOptions& options,
    const std::string& path, const DataKey& key)
{
    const bool is_older = schema_version(handle) < newest_schema();
    if (options.opening == Opening::read_only && is_older)
        throw StoreError({msgid("{1} was written by an older version of this program: open it once "
                                "for writing"),
            {path}});
    if (options.opening == Opening::existing && is_older && options.before_migration)
        options.before_migration(handle, path, key);
    migrate(handle);
}

SQLite::Database open(const std::string& path, const DataKey& key, const DatabaseOptions& options)
try {
    SQLite::Database handle(path, flags(options.opening), 5000, detail::encrypted_vfs(options.vfs));
    expect(options.opening, handle, path);
    detail::set_key(handle.getHandle(), key);
    read_first_page(handle, path);
    configure(handle, options.opening);
    bring_up_to_date(handle, options, path, key);
    return handle;
} catch (const SQLite::Exception& error) {
    if (error.getErrorCode() == SQLITE_CANTOPEN && options.opening != Opening::fresh
        && !exists(path, options.vfs))
        throw StoreError({msgid("There is no file {1}: check the name, or bring it back from a "
                                "backup"),
            {path}});
    throw StoreError(store_message(error, path));
}

} // namespace

Database::Database(const std::string& path, const DataKey& key, const DatabaseOptions& options)
    : path_(path)
    , on_disk_(options.vfs.empty())
    , handle_(open(path, key, options))
{
}

Database::Database(SQLite::Database handle) : path_(":memory:"), handle_(std::move(handle))
{
    configure(handle_, Opening::fresh);
    migrate(handle_);
}

Database Database::in_memory()
{
    return Database(SQLite::Database(":memory:", flags(Opening::fresh), 5000));
}

namespace {

/// So that a step works with the fields there are at its beginning, and the next one with those
/// that it defined.
void renew(SQLite::Database& handle)
{
    const bool is_writing = sqlite3_txn_state(handle.getHandle(), "main") == SQLITE_TXN_WRITE;
    renew_catalogs(handle, is_writing ? Renewal::writing : Renewal::reading);
}

} // namespace

Transaction::Transaction(Database& db, TransactionKind kind) : db_(db), depth_(db.depth_ + 1)
{
    if (db_.depth_ == 0) {
        try {
            // Immediate, so that a second writer waits here rather than fails halfway.
            db_.open_.emplace(db_.handle_,
                kind == TransactionKind::writing ? SQLite::TransactionBehavior::IMMEDIATE
                                                 : SQLite::TransactionBehavior::DEFERRED);
            renew(db_.handle_);
        } catch (const SQLite::Exception& error) {
            db_.open_.reset();
            throw StoreError(store_message(error, db_.path_));
        } catch (...) {
            db_.open_.reset();
            throw;
        }
        db_.rolled_back_ = false;
        ++db_.transactions_;
    }
    ++db_.depth_;
}

Transaction::~Transaction()
{
    --db_.depth_;
    if (!committed_)
        db_.rolled_back_ = true;
    if (db_.depth_ > 0)
        return;
    const detail::KeepReadError kept; // what is thrown meanwhile is told afterwards
    db_.open_.reset();
    if (committed_)
        return;
    ++db_.transactions_; // what belonged to this one belongs to none that follows
    try {
        renew(db_.handle_);           // and so do fields that it defined
    } catch (const std::exception&) { // NOLINT(bugprone-empty-catch)
        // The next transaction looks again.
    }
}

void Transaction::commit()
{
    if (db_.depth_ != depth_)
        throw std::logic_error("A transaction is committed while one inside it is still open");
    if (db_.rolled_back_)
        throw StoreError({msgid("Nothing was saved, because one step of the change failed")});
    if (db_.depth_ == 1) {
        try {
            renew(db_.handle_);
            db_.open_->commit();
        } catch (const SQLite::Exception& error) {
            throw StoreError(store_message(error, db_.path_));
        }
    }
    committed_ = true;
}

} // namespace model
