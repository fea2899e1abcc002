#include "app/desktop/only_window.h"

#include "model/base/error.h"
#include "model/base/uuid.h"

#include <SQLiteCpp/Database.h>

#include <filesystem>

namespace app {

namespace {

std::filesystem::path to_path(const std::string& utf8)
{
    return {std::u8string(utf8.begin(), utf8.end())};
}

std::string text_of(const std::filesystem::path& path)
{
    const auto utf8 = path.u8string();
    return {utf8.begin(), utf8.end()};
}

/// One name for a file however it is written.
std::string same_name(const std::string& file)
{
    std::error_code unknown;
    const auto path = std::filesystem::weakly_canonical(to_path(file), unknown);
    return unknown ? file : text_of(path);
}

} // namespace

OnlyWindow::OnlyWindow(const std::string& folder, const std::string& file)
{
    std::error_code ignored;
    std::filesystem::create_directories(to_path(folder), ignored);
    const auto name = "window-" + model::Uuid::named("file", same_name(file)).text() + ".lock";
    try {
        // An empty database whose lock the system gives back whatever becomes of us.
        hold_ = std::make_unique<SQLite::Database>(
            text_of(to_path(folder) / name), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        hold_->exec("PRAGMA journal_mode = OFF");
        hold_->exec("BEGIN EXCLUSIVE");
    } catch (const SQLite::Exception& error) {
        constexpr int busy = 5; // SQLITE_BUSY
        hold_.reset();
        if (error.getErrorCode() == busy)
            throw model::Error({model::msgid("{1} is open in another window of Hallkeeper; go on "
                                             "there, or close that window first."),
                {file}});
    }
}

OnlyWindow::~OnlyWindow() = default;

} // namespace app
