#include "model/store/lent_schema.h"

#include "model/base/files.h"
#include "model/store/damage.h"
#include "model/store/migrations.h"

#include <sqlite3.h>

#include <array>
#include <filesystem>
#include <map>

namespace model::detail {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t page_size = 4096;
using Page = std::array<unsigned char, page_size>;
using Pages = std::map<int, Page>;

sqlite3_file* file_of(SQLite::Database& db)
{
    sqlite3_file* file = nullptr;
    sqlite3_file_control(
        db.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file));
    return file;
}

sqlite3_int64 offset_of(int page)
{
    return static_cast<sqlite3_int64>(page - 1) * static_cast<sqlite3_int64>(page_size);
}

SQLite::Database opened(
    const std::string& path, const DataKey& key, const std::string& vfs, int flags)
{
    SQLite::Database db(path, flags | SQLite::OPEN_NOMUTEX, 5000, vfs);
    set_key(db.getHandle(), key);
    return db;
}

/// Whose file it is, as the file says; this is asked of both.
std::string self_of(SQLite::Database& db)
{
    std::string self;
    SQLite::Statement rows(db,
        "SELECT name, value FROM meta WHERE name IN ('region', 'office', 'org_id') ORDER BY name");
    while (rows.executeStep())
        self += rows.getColumn(0).getString() + '=' + rows.getColumn(1).getString() + '\n';
    return self;
}

/// The pages of the copy's list of tables; none where it does not fit.
Pages schema_pages(SQLite::Database& copy)
{
    Pages pages;
    if (schema_version(copy) != newest_schema())
        return pages;
    SQLite::Statement numbers(copy, "SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'");
    while (numbers.executeStep()) {
        const int number = numbers.getColumn(0).getInt();
        auto* file = file_of(copy);
        if (file->pMethods->xRead(file, pages[number].data(), page_size, offset_of(number))
            != SQLITE_OK)
            return {};
    }
    return pages;
}

void put_number(Page& page, std::size_t at, std::uint32_t number)
{
    for (std::size_t i = 0; i < 4; ++i)
        page[at + i] = static_cast<unsigned char>(number >> (24U - 8U * i));
}

/// The header of SQLite's first page as that of a file of so many pages, which is only read.
void fit_header(Page& first, int pages, bool has_log)
{
    constexpr std::size_t written_by = 18;
    constexpr std::size_t read_by = 19;
    constexpr std::size_t change_at = 24;
    constexpr std::size_t pages_at = 28;
    constexpr std::size_t free_pages_at = 32;
    constexpr std::size_t free_count_at = 36;
    constexpr std::size_t valid_for_at = 92;
    first[written_by] = first[read_by] = has_log ? 2 : 1;
    put_number(first, change_at, 1);
    put_number(first, valid_for_at, 1);
    put_number(first, pages_at, static_cast<std::uint32_t>(pages));
    put_number(first, free_pages_at, 0);
    put_number(first, free_count_at, 0);
}

void put_pages(SQLite::Database& db, Pages pages, bool has_log)
{
    auto* file = file_of(db);
    fit_header(pages.at(1), file_pages(db.getHandle()), has_log);
    for (const auto& [number, page] : pages)
        if (const int code =
                file->pMethods->xWrite(file, page.data(), page_size, offset_of(number)))
            throw SQLite::Exception("a page of the list of tables", code);
}

/// Whether every table begins at a page that may be a table's, and every index at one of an index;
/// pages that cannot be read may be anything.
bool begins_fit(SQLite::Database& db)
{
    SQLite::Statement roots(db, "SELECT rootpage, type, sql FROM sqlite_schema WHERE rootpage > 0");
    while (roots.executeStep()) {
        Page page{};
        auto* file = file_of(db);
        const auto offset = offset_of(roots.getColumn(0).getInt());
        if (file->pMethods->xRead(file, page.data(), page_size, offset) != SQLITE_OK)
            continue;
        const bool is_of_table = page[0] == 0x0D || page[0] == 0x05;
        const bool is_of_index = page[0] == 0x0A || page[0] == 0x02;
        const bool is_index = roots.getColumn(1).getString() == "index"
            || roots.getColumn(2).getString().find("WITHOUT ROWID") != std::string::npos;
        if (is_index ? !is_of_index : !is_of_table)
            return false;
    }
    return true;
}

} // namespace

bool lend_schema(const std::string& damaged, const std::string& copy, const DataKey& key,
    const std::string& to, const std::string& vfs)
{
    Pages pages;
    std::string self;
    try {
        auto sound = opened(copy, key, vfs, SQLite::OPEN_READONLY);
        pages = schema_pages(sound);
        self = self_of(sound);
    } catch (const SQLite::Exception&) { // as good as none
        return false;
    }
    if (!pages.contains(1))
        return false;
    remove_lent(to);
    fs::copy_file(path_of(damaged), path_of(to));
    const bool has_log = fs::exists(path_of(damaged + "-wal"));
    if (has_log)
        fs::copy_file(path_of(damaged + "-wal"), path_of(to + "-wal"));
    {
        auto lent = opened(to, key, vfs, SQLite::OPEN_READWRITE);
        put_pages(lent, std::move(pages), has_log);
    }
    try {
        auto lent = opened(to, key, vfs, SQLite::OPEN_READONLY);
        if (self_of(lent) == self && begins_fit(lent))
            return true;
    } catch (const SQLite::Exception&) { // told by the caller
    }
    remove_lent(to);
    return false;
}

void remove_lent(const std::string& to)
{
    std::error_code ignored;
    for (const auto* ending : {"", "-wal", "-shm", "-journal"})
        fs::remove(path_of(to + ending), ignored);
}

} // namespace model::detail
