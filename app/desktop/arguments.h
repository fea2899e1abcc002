#pragma once

#include <optional>
#include <string>
#include <vector>

namespace app {

/// What `hallkeeper [FILE] [--page NAME] [--user NAME] [--lang zh_CN|en]` was told.
struct Arguments {
    std::string file;
    std::string page;
    std::string user;
    std::string language;
};

/// Throws UsageError that names what cannot be understood. `words` are those after the program's
/// name.
Arguments parse_arguments(const std::vector<std::string>& words);

} // namespace app
