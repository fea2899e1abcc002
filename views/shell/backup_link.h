#pragma once

#include "model/access/backup_plan.h"
#include "model/access/restore.h"
#include "model/commands/put_back.h"

#include <functional>
#include <vector>

namespace views {

struct Progress;

/// What the windows ask of backups. What is said to take long runs on a background thread; without
/// `run` nothing is backed up.
struct BackupLink {
    /// Take long: how far the folders are behind, the copies in them, what is wrong with one (it is
    /// opened and looked at), and what of it is other than now.
    std::function<model::BackupState()> state = {};
    std::function<std::vector<model::Backup>()> list = {};
    std::function<std::optional<model::Message>(const model::Backup&)> trouble = {};
    /// What is wrong with the data file itself; nothing where it is sound.
    std::function<std::vector<model::Message>()> damage = {};
    std::function<std::vector<model::OtherNow>(const model::Backup&)> others = {};
    /// What an attachment of the copy holds, by its hash; nothing where the copy lacks it.
    std::function<std::optional<std::string>(const model::Backup&, const std::string& hash)>
        content = {};

    /// Takes long: makes the copies, and tells how far it is. Throws CopyGivenUp where the progress
    /// is cancelled.
    std::function<model::BackupRun(Progress&, model::BackupReason, model::Wanted)> run = {};

    /// Takes long: copies the file, if anything changed. Throws Error where that cannot be.
    std::function<void(model::RecordStore&)> before_import = {};

    std::function<model::Hash128()> mark = {}; ///< of the file now; see model::mark_of()
    std::function<model::BackupSettings()> settings = {};
    std::function<void(const model::BackupSettings&)> set_settings = {};

    /// Opens a window on the copy in which nothing can be changed. None: it cannot.
    std::function<void(const model::Backup&)> look = {};

    /// Closes this window, puts the copy in the place of the file and opens that. None: it cannot.
    std::function<void(const model::Backup&)> restore = {};

    /// The same for a damaged file: what takes its place is asked then. None: it cannot.
    std::function<void()> mend = {};
};

} // namespace views
