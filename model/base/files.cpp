#include "model/base/files.h"

#include "model/base/error.h"
#include "model/base/platform_files.h"

#include <algorithm>
#include <fstream>
#include <system_error>

namespace model {

bool is_folder(const std::string& path)
{
    std::error_code unknown;
    return std::filesystem::is_directory(path_of(path), unknown);
}

std::filesystem::path path_of(const std::string& utf8)
{
    return std::u8string(utf8.begin(), utf8.end());
}

std::string text_of(const std::filesystem::path& path)
{
    const auto text = path.u8string();
    return {text.begin(), text.end()};
}

namespace {

Message write_message(const std::error_code& code, const std::string& path)
{
    if (code == std::errc::no_space_on_device)
        return {msgid("The disk is full, {1} was not written: make room and try again"), {path}};
    if (code == std::errc::permission_denied || code == std::errc::read_only_file_system
        || code == std::errc::operation_not_permitted)
        return {msgid("{1} may not be written: allow writing to the file and its folder"), {path}};
    if (code == std::errc::no_such_file_or_directory || code == std::errc::not_a_directory)
        return {
            msgid("{1} was not written because its folder is not there: check the name"), {path}};
    return {msgid("{1} was not written (error {2}): check the disk or the network drive"),
        {path, std::to_string(code.value())}};
}

Error not_read(const std::string& path)
{
    return Error(
        {msgid("{1} cannot be read: check that it is a file you are allowed to open"), {path}});
}

} // namespace

std::optional<std::string> SystemFiles::read(const std::string& path)
{
    if (!exists(path))
        return std::nullopt;
    std::error_code code;
    if (!std::filesystem::is_regular_file(path_of(path), code))
        throw not_read(path);
    std::ifstream in(path_of(path), std::ios::binary);
    std::string bytes(std::filesystem::file_size(path_of(path), code), '\0');
    if (!in.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
        throw not_read(path);
    return bytes;
}

void SystemFiles::write(const std::string& path, std::string_view bytes, Readers readers)
try {
    const auto target = path_of(path);
    auto part = target;
    part += ".part";
    try {
        detail::write_through(part, bytes, readers);
        detail::replace_through(part, target);
    } catch (const std::system_error&) {
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
        throw;
    }
} catch (const std::system_error& error) {
    throw Error(write_message(error.code(), path));
}

bool SystemFiles::exists(const std::string& path)
{
    std::error_code code;
    return std::filesystem::exists(path_of(path), code);
}

bool SystemFiles::remove(const std::string& path)
{
    std::error_code code;
    const bool removed = std::filesystem::remove(path_of(path), code);
    if (code)
        throw Error({msgid("{1} cannot be removed: close the programs that have it open"), {path}});
    return removed;
}

bool SystemFiles::destroy(const std::string& path)
try {
    std::error_code code;
    const auto target = path_of(path);
    if (!std::filesystem::is_regular_file(target, code))
        return false;
    constexpr std::size_t at_once = 1U << 20U;
    const std::string zeros(at_once, '\0');
    const auto size = std::filesystem::file_size(target, code);
    {
        std::fstream out(target, std::ios::in | std::ios::out | std::ios::binary);
        for (std::uintmax_t written = 0; written < size; written += at_once)
            out.write(zeros.data(),
                static_cast<std::streamsize>(std::min<std::uintmax_t>(at_once, size - written)));
        if (!out.flush())
            throw std::system_error(std::make_error_code(std::errc::permission_denied));
    }
    detail::sync_through(target);
    return remove(path);
} catch (const std::system_error& error) {
    throw Error(write_message(error.code(), path));
}

bool SystemFiles::claim(const std::string& path)
try {
    return detail::create_new(path_of(path));
} catch (const std::system_error& error) {
    throw Error(write_message(error.code(), path));
}

void SystemFiles::copy(const std::string& from, const std::string& to)
try {
    if (!exists(from))
        throw not_read(from);
    auto part = path_of(to);
    part += ".part";
    try {
        std::filesystem::remove(part); // MinGW writes over nothing, whatever it is told
        std::filesystem::copy_file(path_of(from), part);
        detail::sync_through(part);
        detail::replace_through(part, path_of(to));
    } catch (const std::system_error&) {
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
        throw;
    }
} catch (const std::system_error& error) {
    throw Error(write_message(error.code(), to));
}

void SystemFiles::rename(const std::string& from, const std::string& to)
try {
    detail::replace_through(path_of(from), path_of(to));
} catch (const std::system_error& error) {
    throw Error(write_message(error.code(), to));
}

std::vector<std::string> SystemFiles::list(const std::string& folder)
{
    std::vector<std::string> names;
    std::error_code code;
    for (const auto& entry : std::filesystem::directory_iterator(path_of(folder), code))
        if (entry.is_regular_file(code))
            names.push_back(text_of(entry.path().filename()));
    std::ranges::sort(names);
    return names;
}

} // namespace model
