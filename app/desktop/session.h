#pragma once

#include "model/access/key_file.h"
#include "model/commands/editor.h"
#include "views/shell/desk.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace app {

/// An open data file and whoever opened it. Lives as long as its window.
class Session {
public:
    /// Throws Error with one sentence where the passphrase is wrong or the file cannot be opened.
    /// A file of an older version is copied before it is brought up to date, to its own folders or
    /// to `backup_folder`; BackupFailed where that cannot be.
    Session(const std::string& file, const model::KeyFile& keys, const std::string& account,
        const std::string& passphrase, const std::string& backup_folder = {});

    /// The same by an account the file was opened with already.
    Session(const std::string& file, const model::KeyFile::Unlocked& unlocked,
        const std::string& backup_folder = {});

    /// What is to be told of the audit log, if anything; once.
    std::optional<model::Message> take_warning() { return std::exchange(warning_, std::nullopt); }

    /// What is to be told of passphrases that were set elsewhere; once.
    std::vector<model::Message> take_news() { return std::exchange(news_, {}); }

    /// What the windows work with; it refers to this session.
    views::Desk desk();

    /// What it was opened with.
    model::KeyFile::Unlocked unlocked() const
    {
        return {key_, editor_.account().id, editor_.account().name};
    }

    /// Called on the thread that syncs, where the county orders that the file be purged: its keys
    /// are destroyed, and it is to be closed.
    std::function<void()> on_purge;

private:
    views::FileAccess access();
    views::Locking locking();
    views::BackupLink backups();
    views::SyncLink sync_link();
    views::DeviceLink devices();
    views::Conflicts conflicts();
    views::SyncStatus sync_status();
    views::SyncStatus read_sync_status();
    std::int64_t data_version();

    std::string file_;
    model::DataKey key_;
    model::SystemClock clock_;
    model::SystemRandom random_;
    model::SystemFiles files_;
    model::Database db_;
    model::RecordStore store_;
    model::Editor editor_;
    std::optional<model::Message> warning_;
    std::vector<model::Message> news_;
    using Version = std::pair<std::int64_t, std::int64_t>; ///< of the file, and what we changed
    std::optional<std::pair<Version, views::SyncStatus>> sync_status_;
};

} // namespace app
