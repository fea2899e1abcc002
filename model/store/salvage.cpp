#include "model/store/salvage.h"

#include "model/base/error.h"
#include "model/base/files.h"
#include "model/store/cells.h"
#include "model/store/checked_vfs.h"
#include "model/store/damage.h"
#include "model/store/damaged_file.h"
#include "model/store/lent_schema.h"
#include "model/store/store_message.h"

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <optional>

namespace model {

namespace {

namespace fs = std::filesystem;

using detail::DamagedFile;

constexpr const char* not_written =
    msgid("{1} cannot be written; see whether its folder exists, whether you may write there, and "
          "whether the disk is full.");

struct Table {
    std::string name;
    std::string sql;
    bool has_rows_numbered = true; ///< and not WITHOUT ROWID
};

/// What the file says it is made of.
struct Schema {
    std::vector<Table> tables;
    std::vector<std::string> virtual_tables;
    std::vector<std::string> others; ///< indexes and triggers
    int version = 0;
};

bool is_virtual(const std::string& sql)
{
    return sql.starts_with("CREATE VIRTUAL TABLE");
}

/// By what their texts say: asking SQLite about its tables would open the search index, which may
/// be what is damaged.
Schema read_schema(const DamagedFile& source)
{
    auto db = source.open();
    Schema schema{.version = db.execAndGet("PRAGMA user_version").getInt()};
    std::vector<std::string> prefixes; ///< of tables that come with a virtual one
    SQLite::Statement parts(db,
        "SELECT name, type, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE "
        "'sqlite\\_%' ESCAPE '\\' ORDER BY rowid");
    while (parts.executeStep()) {
        const auto name = parts.getColumn(0).getString();
        const auto sql = parts.getColumn(2).getString();
        const auto comes_with = [&name](const auto& prefix) { return name.starts_with(prefix); };
        if (parts.getColumn(1).getString() != "table") {
            schema.others.push_back(sql);
        } else if (is_virtual(sql)) {
            schema.virtual_tables.push_back(sql);
            prefixes.push_back(name + '_');
        } else if (std::ranges::none_of(prefixes, comes_with)) {
            schema.tables.push_back({name, sql, sql.find("WITHOUT ROWID") == std::string::npos});
        }
    }
    return schema;
}

void bind_cell(SQLite::Statement& statement, int index, const SQLite::Column& cell)
{
    switch (cell.getType()) {
    case SQLITE_INTEGER:
        return statement.bind(index, cell.getInt64());
    case SQLITE_FLOAT:
        return statement.bind(index, cell.getDouble());
    case SQLITE_TEXT:
        return statement.bind(index, cell.getString());
    case SQLITE_BLOB:
        return statement.bind(index, cell.getBlob(), cell.getBytes());
    default:
        return statement.bind(index); // NULL
    }
}

/// Copies one table as far as it goes, past what cannot be read.
class TableCopy {
public:
    TableCopy(const DamagedFile& source, SQLite::Database& target, const Table& table)
        : source_(source)
        , target_(target)
        , table_(table)
        , result_{.name = table.name}
    {
    }

    SalvagedTable run()
    {
        const auto from = [this](int first) {
            return [this, first](SQLite::Statement& row) { insert(row, first); };
        };
        if (table_.has_rows_numbered) {
            result_.whole = source_.read_rows(table_.name, from(1));
            return result_;
        }
        const auto select = "SELECT * FROM " + model::quoted(table_.name) + " ORDER BY ";
        result_.whole = source_.read(select + key_order(""), from(0));
        if (!result_.whole)
            source_.read(select + key_order(" DESC"), from(0));
        return result_;
    }

private:
    /// The columns of the primary key, by which a table without numbered rows is kept.
    std::string key_order(const std::string& direction) const
    {
        std::string order;
        SQLite::Statement columns(
            target_, "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk");
        columns.bind(1, table_.name);
        while (columns.executeStep())
            order += (order.empty() ? "" : ", ") + model::quoted(columns.getColumn(0).getString())
                + direction;
        return order;
    }

    void insert(SQLite::Statement& row, int first)
    {
        const int columns = row.getColumnCount() - first;
        if (!insert_) {
            std::string places;
            for (int i = 0; i < columns; ++i)
                places += i == 0 ? "?" : ", ?";
            insert_.emplace(target_,
                "INSERT OR IGNORE INTO " + model::quoted(table_.name) + " VALUES (" + places + ")");
        }
        insert_->reset();
        for (int i = 0; i < columns; ++i)
            bind_cell(*insert_, i + 1, row.getColumn(first + i));
        result_.rows += insert_->exec();
    }

    const DamagedFile& source_;
    SQLite::Database& target_;
    const Table& table_;
    SalvagedTable result_;
    std::optional<SQLite::Statement> insert_;
};

std::vector<std::pair<std::int64_t, Uuid>> ids_of(const DamagedFile& source)
{
    std::vector<std::pair<std::int64_t, Uuid>> ids;
    const auto note = [&ids](SQLite::Statement& row) {
        ids.emplace_back(row.getColumn(0).getInt64(), column_id(row.getColumn(1)));
    };
    // In this order the index of ids has all that is asked for.
    const std::string sql = "SELECT rid, id FROM rec ORDER BY id";
    if (!source.read(sql, note))
        source.read(sql + " DESC", note);
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    return ids;
}

/// The damaged file, or where its list of tables is gone, what is made of it with the list of a
/// copy.
class ListedFile {
public:
    ListedFile(const std::string& from, const DataKey& key, const std::string& to,
        const std::string& vfs, const std::string& like)
        : lent_(to + ".lent")
    {
        try {
            file_.emplace(from, key, vfs);
            schema_ = read_schema(*file_);
            return;
        } catch (const SQLite::Exception&) { // NOLINT(bugprone-empty-catch)
        }
        try {
            if (like.empty() || !detail::lend_schema(from, like, key, lent_, vfs))
                throw StoreError({msgid("Nothing of {1} can be read: its list of tables is "
                                        "damaged. Go back to the last backup"),
                    {from}});
            file_.emplace(lent_, key, vfs);
            schema_ = read_schema(*file_);
        } catch (const SQLite::Exception& error) {
            detail::remove_lent(lent_);
            throw StoreError(store_message(error, lent_));
        } catch (const fs::filesystem_error&) {
            detail::remove_lent(lent_);
            throw StoreError({not_written, {lent_}});
        }
    }
    ~ListedFile() { detail::remove_lent(lent_); }

    ListedFile(const ListedFile&) = delete;
    ListedFile& operator=(const ListedFile&) = delete;

    const DamagedFile& file() const { return *file_; }
    const Schema& schema() const { return schema_; }

private:
    std::string lent_;
    std::optional<DamagedFile> file_;
    Schema schema_;
};

Salvaged copy_into(SQLite::Database& target, const DamagedFile& source, const Schema& schema,
    const std::function<void(int, int)>& on_table)
{
    Salvaged done;
    SQLite::Transaction transaction(target);
    for (const auto& table : schema.tables)
        target.exec(table.sql);
    for (const auto& sql : schema.virtual_tables)
        target.exec(sql);
    for (const auto& table : schema.tables) {
        if (on_table)
            on_table(static_cast<int>(done.tables.size()), static_cast<int>(schema.tables.size()));
        done.tables.push_back(TableCopy(source, target, table).run());
    }
    for (const auto& sql : schema.others)
        target.exec(sql);
    target.exec("PRAGMA user_version = " + std::to_string(schema.version));
    transaction.commit();
    done.ids = ids_of(source);
    return done;
}

} // namespace

bool Salvaged::is_whole(std::string_view table) const
{
    const auto found = std::ranges::find(tables, table, &SalvagedTable::name);
    return found == tables.end() || found->whole;
}

Salvaged salvage(const std::string& from, const DataKey& key, const std::string& to,
    const DatabaseOptions& options, const std::function<void(int, int)>& on_table,
    const std::string& like)
{
    if (fs::exists(path_of(to)))
        throw StoreError(
            {msgid("{1} is there already and stays as it is: choose another name"), {to}});
    const auto vfs = detail::encrypted_vfs(options.vfs);
    const ListedFile source(from, key, to, vfs, like);
    const auto unfinished = to + ".unfinished";
    const auto remove = [&unfinished] {
        std::error_code ignored;
        for (const auto* ending : {"", "-journal", "-wal", "-shm"})
            fs::remove(path_of(unfinished + ending), ignored);
    };
    try {
        remove();
        Salvaged done;
        {
            SQLite::Database target(unfinished,
                SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX, 5000, vfs);
            detail::set_key(target.getHandle(), key);
            target.exec("PRAGMA synchronous = FULL");
            done = copy_into(target, source.file(), source.schema(), on_table);
        }
        fs::rename(path_of(unfinished), path_of(to));
        return done;
    } catch (const SQLite::Exception& error) {
        remove();
        throw StoreError(store_message(error, to));
    } catch (const fs::filesystem_error&) {
        remove();
        throw StoreError({not_written, {to}});
    }
}

} // namespace model
