#include "model/base/platform_files.h"

#include <algorithm>
#include <system_error>

#ifdef _WIN32
#include <windows.h>
#else
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace model::detail {

namespace {

#ifdef _WIN32

[[noreturn]] void fail()
{
    throw std::system_error(static_cast<int>(GetLastError()), std::system_category());
}

struct Handle {
    HANDLE value;
    ~Handle() { CloseHandle(value); }
};

#else

[[noreturn]] void fail()
{
    throw std::system_error(errno, std::generic_category());
}

struct Handle {
    int value;
    ~Handle() { ::close(value); }
};

#endif

} // namespace

#ifdef _WIN32

void write_through(const std::filesystem::path& path, std::string_view bytes, Readers)
{
    const Handle file{CreateFileW(
        path.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr)};
    if (file.value == INVALID_HANDLE_VALUE)
        fail();
    while (!bytes.empty()) {
        constexpr std::size_t at_once = 1U << 30U;
        DWORD written = 0;
        if (!WriteFile(file.value, bytes.data(),
                static_cast<DWORD>(std::min(bytes.size(), at_once)), &written, nullptr))
            fail();
        bytes.remove_prefix(written);
    }
    if (!FlushFileBuffers(file.value))
        fail();
}

bool create_new(const std::filesystem::path& path)
{
    const Handle file{CreateFileW(
        path.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr)};
    if (file.value == INVALID_HANDLE_VALUE && GetLastError() == ERROR_FILE_EXISTS)
        return false;
    if (file.value == INVALID_HANDLE_VALUE)
        fail();
    return true;
}

void sync_through(const std::filesystem::path& path)
{
    const Handle file{CreateFileW(path.c_str(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ,
        nullptr, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr)};
    if (file.value == INVALID_HANDLE_VALUE || !FlushFileBuffers(file.value))
        fail();
}

void replace_through(const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (!MoveFileExW(from.c_str(), to.c_str(), MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
        fail();
}

#else

void write_through(const std::filesystem::path& path, std::string_view bytes, Readers readers)
{
    const mode_t mode = readers == Readers::owner ? 0600 : 0666;
    // What a run before this one left behind under the name may have other rights.
    ::unlink(path.c_str());
    const Handle file{::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)};
    if (file.value < 0)
        fail();
    while (!bytes.empty()) {
        const auto written = ::write(file.value, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR)
            fail();
        if (written > 0)
            bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(file.value) != 0)
        fail();
}

bool create_new(const std::filesystem::path& path)
{
    const Handle file{::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)};
    if (file.value < 0 && errno == EEXIST)
        return false;
    if (file.value < 0)
        fail();
    return true;
}

void sync_through(const std::filesystem::path& path)
{
    const Handle file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.value < 0 || ::fsync(file.value) != 0)
        fail();
}

void replace_through(const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (::rename(from.c_str(), to.c_str()) != 0)
        fail();
    const auto folder = to.has_parent_path() ? to.parent_path() : std::filesystem::path(".");
    const Handle opened{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    // Some network drives refuse to sync a folder; the file itself is safe there already.
    if (opened.value >= 0)
        ::fsync(opened.value);
}

#endif

} // namespace model::detail
