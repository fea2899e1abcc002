#pragma once

#include <string>
#include <vector>

namespace app {

/// The data files this user opened lately, newest first, kept in the user's settings; those that
/// are gone are left out.
std::vector<std::string> recent_files();
/// The same with those that are gone: an order to purge one may not be done yet.
std::vector<std::string> all_recent_files();

void add_recent_file(const std::string& file);

} // namespace app
