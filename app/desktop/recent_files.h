#pragma once

#include <string>
#include <vector>

namespace app {

/// The data files this user opened lately, newest first, kept in the user's settings; those that
/// are gone are left out.
std::vector<std::string> recent_files();
void add_recent_file(const std::string& file);

} // namespace app
