#pragma once

#include "model/store/database.h"

#include <string>

namespace model {

/// Keeps the file as it is now beside itself, encrypted with the same key, and its key file with
/// it: "hall.before-restore-1.hall" beside "hall.hall". For what follows a step that a user may
/// want to look behind. Gives the copy's path; nothing for a database that lies on no disk of this
/// machine. Throws StoreError where the disk is full or not writable; nothing has changed then.
std::string copy_aside(Database& db);

/// The first such name beside the file that nothing has yet.
std::string name_aside(const std::string& file);

} // namespace model
