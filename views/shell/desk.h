#pragma once

#include "model/commands/editor.h"
#include "model/store/search.h"
#include "views/conflicts/conflict.h"
#include "views/shell/backup_link.h"
#include "views/shell/device_link.h"
#include "views/shell/sync_link.h"
#include "views/start/file_access.h"
#include "views/widgets/settings.h"

#include <functional>
#include <string>

namespace views {

/// All that the windows work with: the open file and its services, wired by the program.
struct Desk {
    model::Editor& editor;
    std::string file = {};
    std::string page = {}; ///< shown first; empty: the first of the role
    SyncLink sync = {};
    Conflicts conflicts = {};
    FileAccess access = {};
    BackupLink backups = {};
    DeviceLink devices = {};

    /// A folder for decrypted copies of attachments of this file alone; empty: a new one each time.
    std::string opened_copies = {};

    /// Of a copy that is only looked at: when it was made. Nothing can be changed then.
    std::string copy_of = {};

    /// How the user arranged his windows.
    Settings settings = {};

    /// Makes the main window anew, at that page, with the settings as they are now.
    std::function<void(const std::string& page)> show_anew = {};

    /// Runs the work with the file opened once more, on the thread that calls. None: long registers
    /// are read by the windows themselves.
    std::function<void(const std::function<void(model::RecordStore&)>&)> with_file = {};

    /// Searches all registers, on one background thread. None: the windows search for themselves.
    std::function<std::vector<model::Hit>(const std::string& typed)> search = {};

    /// Makes a piece of the index ready, on the thread of `search`; false once there is no more.
    std::function<bool()> index = {};

    /// Grows whenever another program writes to the file.
    std::function<std::int64_t()> data_version = [] { return std::int64_t{0}; };
};

} // namespace views
