#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace tests {

/// Writes a file of these bytes and gives its path.
std::filesystem::path write_file(const std::string& path, std::string_view bytes);

std::string bytes_of(const std::filesystem::path& path);
std::string bytes_of(const std::string& path); ///< in UTF-8

} // namespace tests
