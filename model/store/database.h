#pragma once

#include "model/store/data_key.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <optional>
#include <string>

namespace model {

/// What is expected of the file before it is opened.
enum class Opening {
    existing,  ///< it must be there; it is brought up to the current schema
    fresh,     ///< it must not be there yet, or be empty
    read_only, ///< it must be there and be of the current schema; nothing is written
};

/// Called with an open file of an older schema before that is changed; what it throws leaves the
/// file as it is.
using BeforeMigration =
    std::function<void(SQLite::Database& db, const std::string& path, const DataKey& key)>;

struct DatabaseOptions {
    Opening opening = Opening::existing;
    std::string vfs = {}; ///< SQLite's name of the file system underneath; empty: the machine's
    BeforeMigration before_migration = {}; ///< none: nothing is done before
};

/// The office's one data file: encrypted from its first byte, opened, configured and brought up to
/// the current schema. A Database belongs to one thread; a background task opens its own.
class Database {
public:
    /// Throws StoreError with one sentence for each of: file missing, empty, already there, key of
    /// another file, damage, newer version, in use, disk full, write-protected. A file that cannot
    /// be opened is neither replaced nor removed.
    Database(const std::string& path, const DataKey& key, const DatabaseOptions& options = {});

    /// An unencrypted database that lives as long as the object, with the current schema.
    static Database in_memory();

    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    SQLite::Database& handle() { return handle_; }
    const std::string& path() const { return path_; }

    /// Whether path() names a file of this machine, and not of a file system of its own or memory.
    bool is_on_disk() const { return on_disk_; }

    /// Differs from one transaction to the next, and from one that was rolled back to what follows.
    std::uint64_t transactions() const { return transactions_; }

private:
    friend class Transaction;

    explicit Database(SQLite::Database handle);

    std::string path_;
    bool on_disk_ = false;
    SQLite::Database handle_;
    std::optional<SQLite::Transaction> open_;
    int depth_ = 0;
    std::uint64_t transactions_ = 0;
    bool rolled_back_ = false;
};

enum class TransactionKind {
    writing, ///< waits for other writers at once, rather than failing halfway
    reading, ///< sees one state of the file from its first read to its end; writes nothing
};

/// A unit of work: what happens in it happens whole or not at all. A function that writes opens one
/// without asking who called it. Only the outermost one talks to SQLite; if one inside it is left
/// without commit(), the outermost can no longer commit either; one still open inside it when it
/// commits is our mistake (std::logic_error). Throws StoreError when another
/// program holds the file or the change cannot be put on the disk.
class [[nodiscard]] Transaction {
public:
    explicit Transaction(Database& db, TransactionKind kind = TransactionKind::writing);
    ~Transaction();

    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    Database& db_;
    int depth_;
    bool committed_ = false;
};

} // namespace model
