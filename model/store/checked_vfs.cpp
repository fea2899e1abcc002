#include "model/store/checked_vfs.h"

#include "model/store/platform_locks.h"

#include <sqlite3.h>

#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>

namespace model::detail {

namespace {

/// The methods of a file that is watched. SQLite knows only the first member.
struct CheckedMethods {
    sqlite3_io_methods methods;
    const sqlite3_io_methods* real;
};

/// A copy of the base under another name. SQLite and the base know only the first member.
struct CheckedVfs {
    sqlite3_vfs vfs;
    decltype(sqlite3_vfs::xOpen) real_open;
    std::string name;
    /// Drives of different kinds have different methods.
    std::map<const sqlite3_io_methods*, CheckedMethods> log_methods;
    std::map<const sqlite3_io_methods*, CheckedMethods> main_methods;
};

thread_local int read_error = SQLITE_OK;

// SQLite's list of file systems belongs to the process, so its changes need a lock of the process.
std::mutex registering;

int read_log(sqlite3_file* file, void* bytes, int count, sqlite3_int64 offset)
{
    const auto* checked = reinterpret_cast<const CheckedMethods*>(file->pMethods);
    const int code = checked->real->xRead(file, bytes, count, offset);
    // A short read is the one error that the encrypting layer hands on; of a log, it is always
    // an error to SQLite.
    return code == SQLITE_OK ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

/// A short read is no error here: SQLite reads beyond the end of a new file.
int read_main(sqlite3_file* file, void* bytes, int count, sqlite3_int64 offset)
{
    const auto* checked = reinterpret_cast<const CheckedMethods*>(file->pMethods);
    const int code = checked->real->xRead(file, bytes, count, offset);
    read_error = code == SQLITE_IOERR_SHORT_READ ? SQLITE_OK : code;
    return code;
}

int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags)
{
    auto* checked = reinterpret_cast<CheckedVfs*>(vfs);
    const int code = checked->real_open(vfs, name, file, flags, out_flags);
    const bool is_log = (flags & SQLITE_OPEN_WAL) != 0;
    if (code != SQLITE_OK || (!is_log && (flags & SQLITE_OPEN_MAIN_DB) == 0)
        || file->pMethods == nullptr)
        return code;
    const std::lock_guard lock(registering);
    const auto [at, is_new] =
        (is_log ? checked->log_methods : checked->main_methods)
            .try_emplace(file->pMethods, CheckedMethods{*file->pMethods, file->pMethods});
    if (is_new)
        at->second.methods.xRead = is_log ? read_log : read_main;
    file->pMethods = &at->second.methods;
    return code;
}

std::string checked_name(const std::string& base)
{
    return "checked-" + base;
}

std::string encrypted_name(const std::string& base)
{
    return "multipleciphers-" + checked_name(base);
}

/// The default is the encrypting layer itself, named after the one it stands on.
std::string machine_vfs()
{
    const std::string name = sqlite3_vfs_find(nullptr)->zName;
    constexpr std::string_view prefix = "multipleciphers-";
    return name.starts_with(prefix) ? name.substr(prefix.size()) : name;
}

void install(sqlite3_vfs* real, const std::string& base)
{
    auto checked =
        std::make_unique<CheckedVfs>(CheckedVfs{*real, real->xOpen, checked_name(base), {}});
    checked->vfs.zName = checked->name.c_str();
    checked->vfs.pNext = nullptr;
    checked->vfs.xOpen = open;
    if (sqlite3_vfs_register(&checked->vfs, 0) == SQLITE_OK)
        checked.release(); // NOLINT(bugprone-unused-return-value): SQLite's list holds it now
    if (sqlite3mc_vfs_create(checked_name(base).c_str(), 0) != SQLITE_OK)
        throw std::logic_error("SQLite takes no file system over " + base);
}

} // namespace

std::string encrypted_vfs(const std::string& base)
{
    sqlite3_initialize();
    keep_locks();
    const std::string name = base.empty() ? machine_vfs() : base;
    const std::lock_guard lock(registering);
    if (sqlite3_vfs_find(encrypted_name(name).c_str()) == nullptr)
        if (auto* real = sqlite3_vfs_find(name.c_str()))
            install(real, name);
    return encrypted_name(name);
}

int last_read_error()
{
    return read_error;
}

KeepReadError::~KeepReadError()
{
    read_error = kept_;
}

void forget_encrypted_vfs(const std::string& base)
{
    const std::lock_guard lock(registering);
    sqlite3mc_vfs_destroy(encrypted_name(base).c_str());
    if (auto* found = sqlite3_vfs_find(checked_name(base).c_str())) {
        sqlite3_vfs_unregister(found);
        const std::unique_ptr<CheckedVfs> gone(reinterpret_cast<CheckedVfs*>(found));
    }
}

} // namespace model::detail
