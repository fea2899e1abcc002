#include "app/server/only_server.h"

#include "app/server/data_folder.h"
#include "model/base/error.h"
#include "model/store/store_message.h"

#include <SQLiteCpp/Database.h>

namespace app {

OnlyServer::OnlyServer(model::Files&, const std::string& folder)
try {
    make_private_folder(folder);
    // An empty database whose lock the system gives back whatever becomes of us; the only kind of
    // lock that is the same on every system and costs no code of our own.
    hold_ = std::make_unique<SQLite::Database>(
        path_in(folder, "server.lock"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    hold_->exec("PRAGMA journal_mode = OFF");
    hold_->exec("BEGIN EXCLUSIVE");
} catch (const SQLite::Exception& error) {
    throw model::Error({std::string_view(model::store_message(error, folder).id)
                == model::file_in_use
            ? model::msgid("Another county server runs on the folder {1} already: it goes on, and "
                           "this one ends")
            : model::msgid("The folder {1} cannot be written to: look who may write there, and "
                           "whether the disk is full"),
        {folder}});
}

OnlyServer::~OnlyServer() = default;

} // namespace app
