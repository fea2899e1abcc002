#pragma once

#include "model/access/backup.h"

namespace model {

/// COPY.json beside COPY.
std::string note_path(const std::string& copy);

/// Throws Error where the disk will not.
void write_note(Files& files, const std::string& copy, const BackupNote& note);

/// Nothing where there is none, or it is damaged or of a newer version.
std::optional<BackupNote> read_note(Files& files, const std::string& copy);

/// What a data file of any schema keeps of itself under that name; empty where it does not.
std::string setting_of(SQLite::Database& db, const char* name);

} // namespace model
