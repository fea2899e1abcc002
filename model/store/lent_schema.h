#pragma once

#include "model/store/data_key.h"

#include <string>

namespace model::detail {

/// Makes `to` of a damaged data file whose list of tables cannot be read: its pages, with those of
/// that list taken from a sound copy of the same file. Where tables begin changes with the schema
/// alone and a copy is made page by page, so the copy's list is the file's. False, and no file,
/// where the copy is of another key or schema, or the pages it names hold something else. The log
/// of the damaged file, if there is one, comes along as that of `to`. `vfs` as encrypted_vfs()
/// gives it. Throws SQLite::Exception or std::filesystem::filesystem_error where the disk fails or
/// is full.
bool lend_schema(const std::string& damaged, const std::string& copy, const DataKey& key,
    const std::string& to, const std::string& vfs);

/// Removes what lend_schema() made.
void remove_lent(const std::string& to);

} // namespace model::detail
