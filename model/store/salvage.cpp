#include "model/store/salvage.h"

#include "model/base/error.h"
#include "model/store/cells.h"
#include "model/store/checked_vfs.h"
#include "model/store/damage.h"
#include "model/store/store_message.h"

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <optional>

namespace model {

namespace {

namespace fs = std::filesystem;

constexpr auto first_row = std::numeric_limits<std::int64_t>::min();
constexpr auto last_row = std::numeric_limits<std::int64_t>::max();

fs::path to_path(const std::string& utf8)
{
    return {std::u8string(utf8.begin(), utf8.end())};
}

/// And not that somebody else has the file, or memory ran out.
bool is_damage(const SQLite::Exception& error)
{
    const int code = error.getErrorCode();
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_IOERR;
}

/// The damaged file. After a page that cannot be read a connection is of no more use, so every
/// reading has one of its own.
class Source {
public:
    Source(std::string path, const DataKey& key, std::string vfs)
        : path_(std::move(path))
        , key_(key)
        , vfs_(std::move(vfs))
    {
    }

    SQLite::Database open() const
    {
        SQLite::Database db(path_, SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX, 5000, vfs_);
        detail::set_key(db.getHandle(), key_);
        return db;
    }

private:
    std::string path_;
    const DataKey& key_;
    std::string vfs_;
};

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
Schema read_schema(const Source& source)
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
    TableCopy(const Source& source, SQLite::Database& target, const Table& table)
        : source_(source)
        , target_(target)
        , table_(table)
        , result_{.name = table.name}
    {
    }

    SalvagedTable run()
    {
        if (table_.has_rows_numbered) {
            for (std::optional<std::int64_t> next = first_row; next;) {
                next = copy_from(*next);
                if (next)
                    next = next_readable(*next);
            }
        } else if (!copy(select() + " ORDER BY " + key_order(""))) {
            copy(select() + " ORDER BY " + key_order(" DESC"));
        }
        return result_;
    }

private:
    std::string select() const { return "SELECT * FROM " + model::quoted(table_.name); }

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

    /// Whether the rows went on to the end.
    bool copy(const std::string& sql)
    {
        return read(sql, 0, [this](SQLite::Statement& row) { insert(row, 0); });
    }

    /// Where reading on from that row came to a stop; none where it went to the end.
    std::optional<std::int64_t> copy_from(std::int64_t row)
    {
        auto next = row;
        const bool is_end = read("SELECT rowid, * FROM " + model::quoted(table_.name)
                + " WHERE rowid >= ? ORDER BY rowid",
            row, [&](SQLite::Statement& found) {
                insert(found, 1);
                next = found.getColumn(0).getInt64() + 1;
            });
        return is_end ? std::nullopt : std::optional(next);
    }

    /// Whether the table can be read at the first row from that one on, or has none there.
    bool is_readable_at(std::int64_t row)
    {
        return read("SELECT rowid, * FROM " + model::quoted(table_.name)
                + " WHERE rowid >= ? ORDER BY rowid LIMIT 1",
            row, [](auto&) {});
    }

    /// The first row after the damage at that one; none where the damage has no end.
    std::optional<std::int64_t> next_readable(std::int64_t row)
    {
        auto bad = std::max<std::int64_t>(row, 0); // ours are numbered from 1
        std::int64_t step = 1;
        auto good = bad;
        do {
            if (step > last_row / 4 || good > last_row - step)
                return std::nullopt;
            bad = good;
            good += step;
            step *= 2;
        } while (!is_readable_at(good));
        while (good - bad > 1) {
            const auto middle = bad + (good - bad) / 2;
            (is_readable_at(middle) ? good : bad) = middle;
        }
        return good;
    }

    /// What fails in the damaged file ends the reading; what fails in the new one is thrown.
    template <class Each>
    bool read(const std::string& sql, std::int64_t from, Each each)
    {
        try {
            auto db = source_.open();
            SQLite::Statement rows(db, sql);
            if (rows.getBindParameterCount() == 1)
                rows.bind(1, from);
            for (;;) {
                if (!rows.executeStep())
                    return true;
                write([&] { each(rows); });
            }
        } catch (const SQLite::Exception& error) {
            if (failed_ || !is_damage(error))
                throw;
        }
        result_.whole = false;
        return false;
    }

    template <class Work>
    void write(Work work)
    {
        failed_ = true;
        work();
        failed_ = false;
    }

    const Source& source_;
    SQLite::Database& target_;
    const Table& table_;
    SalvagedTable result_;
    std::optional<SQLite::Statement> insert_;
    bool failed_ = false; ///< it is the new file that does not take what is written
};

std::vector<std::pair<std::int64_t, Uuid>> ids_of(const Source& source)
{
    std::vector<std::pair<std::int64_t, Uuid>> ids;
    for (const auto* order : {"", " DESC"})
        try {
            auto db = source.open();
            // In this order the index of ids has all that is asked for.
            SQLite::Statement rows(db, std::string("SELECT rid, id FROM rec ORDER BY id") + order);
            while (rows.executeStep())
                ids.emplace_back(rows.getColumn(0).getInt64(), column_id(rows.getColumn(1)));
            break;
        } catch (const SQLite::Exception&) { // NOLINT(bugprone-empty-catch): as far as it goes
        }
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    return ids;
}

Salvaged copy_into(SQLite::Database& target, const Source& source, const Schema& schema,
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
    const DatabaseOptions& options, const std::function<void(int, int)>& on_table)
{
    if (fs::exists(to_path(to)))
        throw StoreError(
            {msgid("{1} is there already and stays as it is: choose another name"), {to}});
    const auto vfs = detail::encrypted_vfs(options.vfs);
    const Source source(from, key, vfs);
    const auto schema = [&] {
        try {
            return read_schema(source);
        } catch (const SQLite::Exception&) {
            throw StoreError({msgid("Nothing of {1} can be read: its list of tables is damaged. Go "
                                    "back to the last backup"),
                {from}});
        }
    }();
    const auto unfinished = to + ".unfinished";
    const auto remove = [&unfinished] {
        std::error_code ignored;
        for (const auto* ending : {"", "-journal", "-wal", "-shm"})
            fs::remove(to_path(unfinished + ending), ignored);
    };
    try {
        remove();
        Salvaged done;
        {
            SQLite::Database target(unfinished,
                SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX, 5000, vfs);
            detail::set_key(target.getHandle(), key);
            target.exec("PRAGMA synchronous = FULL");
            done = copy_into(target, source, schema, on_table);
        }
        fs::rename(to_path(unfinished), to_path(to));
        return done;
    } catch (const SQLite::Exception& error) {
        remove();
        throw StoreError(store_message(error, to));
    } catch (const fs::filesystem_error&) {
        remove();
        throw StoreError({msgid("{1} cannot be written; see whether its folder exists, whether you "
                                "may write there, and whether the disk is full."),
            {to}});
    }
}

} // namespace model
