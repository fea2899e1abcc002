#pragma once

#include "model/base/files.h"

#include <memory>
#include <string>

namespace SQLite {
class Database;
}

namespace app {

/// Holds the county's folder for one serving process: two would each let a replayed request in
/// once. The hold ends with the process, however it ends. Commands work beside a running server.
class OnlyServer {
public:
    /// Makes the folder if need be; throws Error where another server runs on it.
    OnlyServer(model::Files& files, const std::string& folder);
    ~OnlyServer();

private:
    std::unique_ptr<SQLite::Database> hold_;
};

} // namespace app
