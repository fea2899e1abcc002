#include "tests/support/sim_vfs.h"

#include "model/store/checked_vfs.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace tests {

struct SimVfs::State {
    std::string name;
    sqlite3_vfs vfs{};
    SimDisk disk;
    int generation = 0;
    int changes = 0;
    int fail_at = 0;
    int fail_code = SQLITE_OK;
    Lasting lasting = Lasting::once;
    int calls = 0;
    int break_at = 0;
    Lasting broken_for = Lasting::once;
    std::string broken;
    std::string unreadable;
    bool lies = false;
    std::function<void()> hook;

    /// Counts a call of whatever kind; gives the error it must return instead, if any.
    int call(const char* kind, int error)
    {
        ++calls;
        if (break_at == 0 || calls < break_at || (calls > break_at && broken_for == Lasting::once))
            return SQLITE_OK;
        if (broken.empty())
            broken = kind;
        return error;
    }

    /// Counts a changing call; gives the error it must return instead, if any.
    int change(const char* kind, int error)
    {
        if (hook)
            hook();
        if (const int code = call(kind, error))
            return code;
        ++changes;
        if (fail_at == 0 || changes < fail_at || (changes > fail_at && lasting == Lasting::once))
            return SQLITE_OK;
        return fail_code;
    }
};

namespace {

/// One opened file.
struct Open {
    SimVfs::State* state;
    std::string name;
    std::shared_ptr<SimFile> file;
    int generation;
    int flags;
    SimSharing::Holder holder{};

    bool is_dead() const { return generation != state->generation; }
};

struct Handle {
    sqlite3_file base;
    Open* open;
};

Open& of(sqlite3_file* file)
{
    return *reinterpret_cast<Handle*>(file)->open;
}

SimVfs::State& of(sqlite3_vfs* vfs)
{
    return *static_cast<SimVfs::State*>(vfs->pAppData);
}

int lock(sqlite3_file* handle, int level)
{
    auto& open = of(handle);
    if (open.is_dead())
        return SQLITE_IOERR_LOCK;
    if (const int code = open.state->call("lock", SQLITE_IOERR_LOCK))
        return code;
    return open.file->sharing.lock(open.holder, level);
}

int unlock(sqlite3_file* handle, int level)
{
    auto& open = of(handle);
    open.file->sharing.unlock(open.holder, level);
    return SQLITE_OK;
}

int check_reserved(sqlite3_file* handle, int* result)
{
    *result = of(handle).file->sharing.is_reserved() ? 1 : 0;
    return SQLITE_OK;
}

int shm_lock(sqlite3_file* handle, int offset, int count, int flags)
{
    auto& open = of(handle);
    if (open.is_dead())
        return SQLITE_IOERR_SHMLOCK;
    if ((flags & SQLITE_SHM_LOCK) != 0)
        if (const int code = open.state->call("lock", SQLITE_IOERR_SHMLOCK))
            return code;
    return open.file->sharing.lock_memory(open.holder, offset, count, flags);
}

int shm_map(sqlite3_file* handle, int index, int size, int extend, volatile void** result)
{
    auto& open = of(handle);
    *result = nullptr;
    if (open.is_dead())
        return SQLITE_IOERR_SHMMAP;
    if (const int code = open.state->call("map", SQLITE_IOERR_SHMMAP))
        return code;
    *result = open.file->sharing.map(open.holder, index, size, extend != 0);
    return SQLITE_OK;
}

void shm_barrier(sqlite3_file*) {}

int shm_unmap(sqlite3_file* handle, int)
{
    auto& open = of(handle);
    open.file->sharing.unmap(open.holder);
    return SQLITE_OK;
}

int close(sqlite3_file* handle)
{
    auto& open = of(handle);
    unlock(handle, SQLITE_LOCK_NONE);
    shm_unmap(handle, 0);
    if ((open.flags & SQLITE_OPEN_DELETEONCLOSE) != 0 && !open.is_dead())
        open.state->disk.names.erase(open.name);
    delete &open;
    return SQLITE_OK;
}

int read(sqlite3_file* handle, void* bytes, int count, sqlite3_int64 offset)
{
    const auto& open = of(handle);
    if (open.is_dead())
        return SQLITE_IOERR_READ;
    if (!open.state->unreadable.empty() && open.name.ends_with(open.state->unreadable))
        return SQLITE_IOERR_READ;
    if (const int code = open.state->call("read", SQLITE_IOERR_READ))
        return code;
    const auto& now = open.file->now;
    const auto size = static_cast<sqlite3_int64>(now.size());
    const auto there = std::clamp<sqlite3_int64>(size - offset, 0, count);
    std::memset(bytes, 0, static_cast<std::size_t>(count));
    if (there > 0)
        std::memcpy(bytes, now.data() + offset, static_cast<std::size_t>(there));
    return there == count ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* handle, const void* bytes, int count, sqlite3_int64 offset)
{
    auto& open = of(handle);
    if (open.is_dead())
        return SQLITE_IOERR_WRITE;
    if (const int code = open.state->change("write", SQLITE_IOERR_WRITE))
        return code;
    open.file->write(
        offset, std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(count)));
    return SQLITE_OK;
}

int truncate(sqlite3_file* handle, sqlite3_int64 size)
{
    auto& open = of(handle);
    if (open.is_dead())
        return SQLITE_IOERR_TRUNCATE;
    if (const int code = open.state->change("truncate", SQLITE_IOERR_TRUNCATE))
        return code;
    open.file->truncate(size);
    return SQLITE_OK;
}

int sync(sqlite3_file* handle, int)
{
    auto& open = of(handle);
    if (open.is_dead())
        return SQLITE_IOERR_FSYNC;
    if (const int code = open.state->change("sync", SQLITE_IOERR_FSYNC))
        return code;
    if (open.state->lies)
        return SQLITE_OK;
    open.file->sync();
    // As SQLite does on Unix: syncing a log or journal also syncs the folder it was made in.
    if ((open.flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0)
        open.state->disk.sync_names();
    return SQLITE_OK;
}

int file_size(sqlite3_file* handle, sqlite3_int64* size)
{
    if (const int code = of(handle).state->call("size", SQLITE_IOERR_FSTAT))
        return code;
    *size = static_cast<sqlite3_int64>(of(handle).file->now.size());
    return SQLITE_OK;
}

int file_control(sqlite3_file*, int, void*)
{
    return SQLITE_NOTFOUND;
}

int sector_size(sqlite3_file*)
{
    return 4096; // what SQLite assumes on Unix; writes are torn by 512 all the same
}

int device_characteristics(sqlite3_file*)
{
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE; // as on Unix: bytes beside a write stay what they were
}

const sqlite3_io_methods methods{2, close, read, write, truncate, sync, file_size, lock, unlock,
    check_reserved, file_control, sector_size, device_characteristics, shm_map, shm_lock,
    shm_barrier, shm_unmap, nullptr, nullptr};

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* handle, int flags, int* out_flags)
{
    auto& state = of(vfs);
    handle->pMethods = nullptr;
    if (const int code = state.call("open", SQLITE_CANTOPEN))
        return code;
    auto file = std::make_shared<SimFile>();
    if (name != nullptr) {
        const auto at = state.disk.names.find(name);
        if (at != state.disk.names.end())
            file = at->second;
        else if ((flags & SQLITE_OPEN_CREATE) == 0)
            return SQLITE_CANTOPEN;
        else
            state.disk.names[name] = file;
    }
    const std::string known = name != nullptr ? name : "";
    reinterpret_cast<Handle*>(handle)->open =
        new Open{&state, known, std::move(file), state.generation, flags};
    handle->pMethods = &methods;
    if (out_flags != nullptr)
        *out_flags = flags;
    return SQLITE_OK;
}

int delete_file(sqlite3_vfs* vfs, const char* name, int sync_folder)
{
    auto& state = of(vfs);
    if (const int code = state.change("delete", SQLITE_IOERR_DELETE))
        return code;
    if (state.disk.names.erase(name) == 0)
        return SQLITE_IOERR_DELETE_NOENT;
    if (sync_folder != 0 && !state.lies)
        state.disk.sync_names();
    return SQLITE_OK;
}

int access(sqlite3_vfs* vfs, const char* name, int, int* result)
{
    if (const int code = of(vfs).call("access", SQLITE_IOERR_ACCESS))
        return code;
    *result = of(vfs).disk.names.contains(name) ? 1 : 0;
    return SQLITE_OK;
}

int full_name(sqlite3_vfs*, const char* name, int size, char* result)
{
    sqlite3_snprintf(size, result, "%s", name);
    return SQLITE_OK;
}

int randomness(sqlite3_vfs*, int count, char* bytes)
{
    model::SeededRandom random(1);
    random.fill({reinterpret_cast<std::uint8_t*>(bytes), static_cast<std::size_t>(count)});
    return count;
}

int sleep(sqlite3_vfs*, int microseconds)
{
    return microseconds; // nobody else will run meanwhile
}

int time_now(sqlite3_vfs*, sqlite3_int64* milliseconds)
{
    *milliseconds =
        212'000'000'000'000; // some Julian day; nothing of ours asks SQLite for the time
    return SQLITE_OK;
}

int time_now_days(sqlite3_vfs* vfs, double* days)
{
    sqlite3_int64 milliseconds = 0;
    time_now(vfs, &milliseconds);
    *days = static_cast<double>(milliseconds) / 86'400'000.0;
    return SQLITE_OK;
}

int last_error(sqlite3_vfs*, int, char*)
{
    return 0;
}

} // namespace

SimVfs::SimVfs(std::string name) : state_(std::make_unique<State>())
{
    state_->name = std::move(name);
    auto& vfs = state_->vfs;
    vfs.iVersion = 2;
    vfs.szOsFile = sizeof(Handle);
    vfs.mxPathname = 512;
    vfs.zName = state_->name.c_str();
    vfs.pAppData = state_.get();
    vfs.xOpen = open_file;
    vfs.xDelete = delete_file;
    vfs.xAccess = access;
    vfs.xFullPathname = full_name;
    vfs.xRandomness = randomness;
    vfs.xSleep = sleep;
    vfs.xCurrentTime = time_now_days;
    vfs.xGetLastError = last_error;
    vfs.xCurrentTimeInt64 = time_now;
    if (sqlite3_vfs_register(&vfs, 0) != SQLITE_OK)
        throw std::logic_error("SQLite takes no file system " + state_->name);
}

SimVfs::~SimVfs()
{
    model::detail::forget_encrypted_vfs(state_->name);
    sqlite3_vfs_unregister(&state_->vfs);
}

const std::string& SimVfs::name() const
{
    return state_->name;
}

int SimVfs::change()
{
    return state_->change("files", SQLITE_IOERR);
}

SimDisk& SimVfs::disk_to_change()
{
    return state_->disk;
}

const SimDisk& SimVfs::disk() const
{
    return state_->disk;
}

void SimVfs::insert(SimDisk disk)
{
    state_->disk = std::move(disk);
    ++state_->generation;
}

int SimVfs::changes() const
{
    return state_->changes;
}

void SimVfs::fail_at(int n, int code, Lasting lasting)
{
    state_->fail_at = state_->changes + n;
    state_->fail_code = code;
    state_->lasting = lasting;
}

void SimVfs::fail_no_more()
{
    state_->fail_at = 0;
    state_->break_at = 0;
}

int SimVfs::calls() const
{
    return state_->calls;
}

void SimVfs::break_at(int n, Lasting lasting)
{
    state_->break_at = state_->calls + n;
    state_->broken_for = lasting;
    state_->broken.clear();
}

const std::string& SimVfs::broken() const
{
    return state_->broken;
}

void SimVfs::fail_reads_of(std::string ending)
{
    state_->unreadable = std::move(ending);
}

void SimVfs::before_change(std::function<void()> hook)
{
    state_->hook = std::move(hook);
}

void SimVfs::lie_about_syncs()
{
    state_->lies = true;
}

} // namespace tests
