#include "model/store/damage.h"

#include "model/store/cells.h"
#include "model/store/checked_vfs.h"
#include "model/store/damaged_file.h"
#include "model/store/page_cipher.h"
#include "model/store/store_message.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <climits>
#include <cstdint>
#include <set>
#include <sodium.h>
#include <string_view>

namespace model {

namespace {

constexpr int page_size = 4096; // SQLite's default, which every file of ours is made with

sqlite3_file* file_of(sqlite3* db)
{
    sqlite3_file* file = nullptr;
    sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void*>(&file));
    return file != nullptr && file->pMethods != nullptr ? file : nullptr;
}

using Page = std::array<unsigned char, page_size>;

bool can_read(sqlite3_file* file, int page, Page& bytes)
{
    const auto offset = static_cast<sqlite3_int64>(page - 1) * page_size;
    // A page that another program is writing right now is whole a moment later.
    for (int attempt = 0; attempt < 3; ++attempt) {
        if (file->pMethods->xRead(file, bytes.data(), page_size, offset) == SQLITE_OK)
            return true;
        sqlite3_sleep(attempt);
    }
    return false;
}

/// How many pages the file says it has; 0 where that cannot be known.
int pages_told(sqlite3* db)
{
    // Of SQLite's header: the number of pages is good where the change it was written at is the
    // last one.
    constexpr std::size_t change_at = 24;
    constexpr std::size_t pages_at = 28;
    constexpr std::size_t valid_for_at = 92;
    Page first{};
    auto* file = file_of(db);
    if (!file || !can_read(file, 1, first))
        return 0;
    const auto number = [&first](std::size_t at) {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < 4; ++i)
            value = value << 8U | first[at + i];
        return value;
    };
    const auto pages = number(pages_at);
    return number(change_at) == number(valid_for_at) && pages <= INT_MAX ? static_cast<int>(pages)
                                                                         : 0;
}

/// Whether a log lies beside the file, from which what is missing in it may come.
bool has_log(sqlite3* db)
{
    sqlite3_vfs* vfs = nullptr;
    sqlite3_file_control(db, "main", SQLITE_FCNTL_VFS_POINTER, static_cast<void*>(&vfs));
    const auto log = std::string(sqlite3_db_filename(db, "main")) + "-wal";
    int is_there = 0;
    return !vfs || vfs->xAccess(vfs, log.c_str(), SQLITE_ACCESS_EXISTS, &is_there) != SQLITE_OK
        || is_there != 0;
}

void structure(SQLite::Database& db, std::vector<Message>& found)
{
    SQLite::Statement check(db, "PRAGMA quick_check");
    while (check.executeStep())
        if (const std::string line = check.getColumn(0).getString(); line != "ok")
            found.push_back({msgid("The structure of the file is not sound: {1}"), {line}});
}

/// Which of the register's records are not among those that were read.
void name_unreadable(
    const detail::DamagedFile& file, const std::set<std::int64_t>& read, Readable& of_register)
{
    constexpr std::size_t most_named = 20;
    Readable found = of_register;
    const bool are_all = file.read("SELECT rid, id FROM rec WHERE kind = "
            + std::to_string(of_register.def->id) + " ORDER BY rid",
        [&](SQLite::Statement& row) {
            if (read.contains(row.getColumn(0).getInt64()))
                return;
            ++found.unreadable;
            if (found.first_unreadable.size() < most_named)
                found.first_unreadable.push_back(column_id(row.getColumn(1)));
        });
    if (are_all)
        of_register = std::move(found);
}

} // namespace

std::vector<Readable> readable(const std::string& path, const DataKey& key, const Catalog& catalog,
    const DatabaseOptions& options)
{
    const detail::DamagedFile file(path, key, detail::encrypted_vfs(options.vfs));
    std::vector<Readable> found;
    for (const auto* def : catalog.every()) {
        Readable of_register{.def = def};
        std::set<std::int64_t> read;
        try {
            of_register.whole = file.read_rows(std::string(def->name),
                [&read](SQLite::Statement& row) { read.insert(row.getColumn(0).getInt64()); });
        } catch (const SQLite::Exception&) {
            continue; // a register that a file of an older version does not have
        }
        of_register.records = std::ssize(read);
        if (!of_register.whole)
            name_unreadable(file, read, of_register);
        found.push_back(of_register);
    }
    return found;
}

namespace detail {

void set_key(sqlite3* db, const DataKey& key)
{
    constexpr std::string_view prefix = "raw:"; // "take the bytes as they are"
    std::array<char, prefix.size() + std::tuple_size_v<decltype(key.bytes)>> text{};
    std::ranges::copy(key.bytes, std::ranges::copy(prefix, text.begin()).out);

    sqlite3mc_config(db, "cipher", page_cipher());
    const int result = sqlite3_key(db, text.data(), static_cast<int>(text.size()));
    sodium_memzero(text.data(), text.size());
    if (result != SQLITE_OK)
        throw SQLite::Exception(db, result);
}

int file_pages(sqlite3* db)
{
    sqlite3_int64 size = 0;
    auto* file = file_of(db);
    if (const int code = file ? file->pMethods->xFileSize(file, &size) : SQLITE_OK)
        throw SQLite::Exception("the size of the file", code);
    return static_cast<int>((size + page_size - 1) / page_size);
}

std::vector<int> unreadable_pages(sqlite3* db, int limit)
{
    std::vector<int> pages;
    Page bytes{};
    auto* file = file_of(db);
    const int last = std::min(limit, file_pages(db));
    for (int page = 1; page <= last; ++page)
        if (!can_read(file, page, bytes))
            pages.push_back(page);
    return pages;
}

} // namespace detail

std::vector<Message> damage(
    const std::string& path, const DataKey& key, const DatabaseOptions& options)
try {
    std::vector<Message> found;
    const auto vfs = detail::encrypted_vfs(options.vfs);
    {
        // A connection of its own: after an unreadable page it is of no more use.
        SQLite::Database pages(path, SQLite::OPEN_READONLY, 5000, vfs);
        detail::set_key(pages.getHandle(), key);
        const int count = detail::file_pages(pages.getHandle());
        if (count == 0)
            return {{msgid("{1} is empty: bring the data file back from the last backup"), {path}}};
        const auto unreadable = detail::unreadable_pages(pages.getHandle(), INT_MAX);
        if (count > 0 && static_cast<int>(unreadable.size()) == count)
            return {store_message( // which knows whether the disk is what failed
                SQLite::Exception("no page of the file", SQLITE_NOTADB), path)};
        const int told = has_log(pages.getHandle()) ? 0 : pages_told(pages.getHandle());
        const auto all = std::to_string(std::max(count, told));
        for (const int page : unreadable)
            found.push_back({msgid("Page {1} of {2} is damaged"), {std::to_string(page), all}});
        if (told > count)
            found.push_back(
                {msgid("The file was cut off: of its {1} pages {2} are missing at the end"),
                    {all, std::to_string(told - count)}});
    }
    if (found.empty()) {
        SQLite::Database db(path, SQLite::OPEN_READONLY, 5000, vfs);
        detail::set_key(db.getHandle(), key);
        structure(db, found);
    }
    return found;
} catch (const SQLite::Exception& error) {
    return {store_message(error, path)};
}

} // namespace model
