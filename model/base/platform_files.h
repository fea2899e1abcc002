#pragma once

#include "model/base/files.h"

#include <filesystem>

namespace model::detail {

/// What std::filesystem leaves to each system: bytes that are on the disk when the call returns.
/// Throws std::system_error.
void write_through(const std::filesystem::path& path, std::string_view bytes, Readers readers);

/// Makes an empty file; false where there is one of that name.
bool create_new(const std::filesystem::path& path);

/// Returns once what was written to the file is on the disk.
void sync_through(const std::filesystem::path& path);

/// Renames over what is there, and makes the name last through a power cut.
void replace_through(const std::filesystem::path& from, const std::filesystem::path& to);

} // namespace model::detail
