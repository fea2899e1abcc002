#include "model/store/platform_locks.h"

#ifdef __linux__

#include <sqlite3.h>

#include <cstdarg>
#include <fcntl.h>
#include <map>
#include <mutex>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace model::detail {

namespace {

using File = std::pair<dev_t, ino_t>;

/// A file that SQLite has open: the opening that holds its locks, and how many of SQLite's there
/// are.
struct Held {
    int fd = -1;
    int users = 0;
};

struct Locks {
    std::mutex mutex;
    std::map<int, File> of; ///< SQLite's own, once they locked
    std::map<File, Held> held;
};

Locks& locks()
{
    static auto* all = new Locks; // files may be closed when statics are gone
    return *all;
}

/// The opening that holds the locks of what SQLite has open there; -1 where none can be had.
int holder_of(int fd)
{
    auto& all = locks();
    if (const auto known = all.of.find(fd); known != all.of.end())
        return all.held.at(known->second).fd;
    struct stat state {};
    if (fstat(fd, &state) != 0)
        return -1;
    const File file{state.st_dev, state.st_ino};
    auto& held = all.held[file];
    if (held.users == 0) {
        const auto path = "/proc/self/fd/" + std::to_string(fd);
        held.fd = open(path.c_str(), O_RDWR | O_CLOEXEC);
        if (held.fd < 0) // a copy that may be read alone
            held.fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (held.fd < 0) {
            all.held.erase(file);
            return -1;
        }
    }
    ++held.users;
    all.of.emplace(fd, file);
    return held.fd;
}

int lock_file(int fd, int command, struct flock* asked)
{
    auto& all = locks();
    const std::scoped_lock alone(all.mutex);
    const int holder = holder_of(fd);
    if (holder < 0)
        return fcntl(fd, command, asked);
    const int lasting = command == F_SETLK ? F_OFD_SETLK
        : command == F_SETLKW              ? F_OFD_SETLKW
                                           : F_OFD_GETLK;
    auto lock = *asked;
    lock.l_pid = 0;
    const int done = fcntl(holder, lasting, &lock);
    if (command == F_GETLK)
        *asked = lock;
    return done;
}

int control(int fd, int command, ...)
{
    va_list rest;
    va_start(rest, command);
    int done = 0;
    if (command == F_SETLK || command == F_SETLKW || command == F_GETLK)
        done = lock_file(fd, command, va_arg(rest, struct flock*));
    else
        done = fcntl(fd, command, va_arg(rest, long));
    va_end(rest);
    return done;
}

int close_file(int fd)
{
    auto& all = locks();
    const std::scoped_lock alone(all.mutex);
    if (const auto known = all.of.find(fd); known != all.of.end()) {
        const auto held = all.held.find(known->second);
        if (--held->second.users == 0) {
            close(held->second.fd);
            all.held.erase(held);
        }
        all.of.erase(known);
    }
    return close(fd);
}

} // namespace

void keep_locks()
{
    static const bool done = [] {
        auto* files = sqlite3_vfs_find("unix");
        if (!files || files->iVersion < 3)
            return false;
        // A system too old for such locks refuses to tell of them.
        struct flock none {};
        none.l_type = F_RDLCK;
        none.l_whence = SEEK_SET;
        none.l_len = 1;
        const int probe = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
        const bool is_known = probe >= 0 && fcntl(probe, F_OFD_GETLK, &none) == 0;
        if (probe >= 0)
            close(probe);
        if (!is_known)
            return false;
        using Call = sqlite3_syscall_ptr;
        return files->xSetSystemCall(files, "fcntl", reinterpret_cast<Call>(&control)) == SQLITE_OK
            && files->xSetSystemCall(files, "close", reinterpret_cast<Call>(&close_file))
            == SQLITE_OK;
    }();
    (void)done;
}

} // namespace model::detail

#else

namespace model::detail {

void keep_locks() {}

} // namespace model::detail

#endif
