#include "model/store/copy_aside.h"

#include "model/base/error.h"
#include "model/base/files.h"
#include "model/store/store_message.h"

#include <sqlite3.h>

#include <filesystem>

namespace model {

namespace {

namespace fs = std::filesystem;

/// The first free name beside the file.
fs::path free_name(const fs::path& file)
{
    for (int number = 1;; ++number) {
        auto name = file.stem();
        name += ".before-restore-" + std::to_string(number);
        name += file.extension();
        auto path = file.parent_path() / name;
        if (!fs::exists(path))
            return path;
    }
}

} // namespace

std::string copy_aside(Database& db)
{
    if (!db.is_on_disk())
        return {};
    const auto file = path_of(db.path());
    fs::path copy;
    const auto keys = [](fs::path path) { return path += ".keys"; };
    try {
        copy = free_name(file);
        if (fs::exists(keys(file))) {
            fs::remove(keys(copy)); // MinGW writes over nothing, whatever it is told
            fs::copy_file(keys(file), keys(copy));
        }
        SQLite::Statement vacuum(db.handle(), "VACUUM INTO ?");
        vacuum.bind(1, text_of(copy));
        vacuum.exec();
    } catch (const SQLite::Exception& error) {
        std::error_code ignored;
        fs::remove(copy, ignored);
        fs::remove(keys(copy), ignored);
        // Damage is the file's own; a full disk is where the copy would have come to lie.
        const bool is_damaged = error.getErrorCode() == SQLITE_CORRUPT;
        throw StoreError(store_message(error, is_damaged ? db.path() : text_of(copy)));
    } catch (const fs::filesystem_error&) {
        throw StoreError({msgid("{1} cannot be written; see whether its folder exists, whether you "
                                "may write there, and whether the disk is full."),
            {text_of(copy)}});
    }
    return text_of(copy);
}

std::string name_aside(const std::string& file)
{
    return text_of(free_name(path_of(file)));
}

} // namespace model
