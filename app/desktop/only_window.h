#pragma once

#include <memory>
#include <string>

namespace SQLite {
class Database;
}

namespace app {

/// Holds a data file for one window of this user: a second would show what the first is changing.
/// The hold ends with the process, however it ends, so that none is left behind by a crash or a
/// power cut.
class OnlyWindow {
public:
    /// `folder` is where this user's programs may write; it is made if need be. Throws Error where
    /// another window has the file. Where the folder cannot be written to, nothing is held.
    OnlyWindow(const std::string& folder, const std::string& file);
    ~OnlyWindow();

private:
    std::unique_ptr<SQLite::Database> hold_;
};

} // namespace app
