#pragma once

#include "model/access/backup.h"
#include "model/store/record_store.h"

namespace model {

/// Where copies go and how many stay. Kept in the data file; never travels.
struct BackupSettings {
    std::string folder; ///< empty: a folder beside the data file
    std::string second; ///< another disk, such as a USB stick; empty: none
    KeepRule keep;
    int first_days = 2;  ///< a copy older than that is too old, if anything changed since
    int second_days = 7; ///< the same of the second folder
    bool daily = true;
    bool on_exit = true;

    bool operator==(const BackupSettings&) const = default;
};

/// Of an open file of any schema.
BackupSettings backup_settings(SQLite::Database& db);

/// Throws UsageError where a number makes no sense or both folders are one, StoreError where the
/// file fails.
void set_backup_settings(
    RecordStore& store, const std::string& path, const BackupSettings& settings);

/// The folder "备份" beside the data file.
std::string default_backup_folder(const std::string& path);

/// Whether a copy is wanted where nothing changed since the last one.
enum class Wanted { always, if_changed };

/// What became of the folders.
struct BackupRun {
    std::vector<Backup> made;
    bool was_current = false;           ///< the first folder has a good copy of this very state
    std::vector<Message> troubles = {}; ///< a sentence for each folder that got none
    bool second_is_away = false;
};

/// Copies the open file to its folders, and deletes there what need not be kept. A folder that
/// fails leaves the other alone. The folder beside the file is made; others must be there. Throws
/// StoreError where the data file itself cannot be read, CopyGivenUp where the user gives it up.
BackupRun back_up(const BackupTools& tools, SQLite::Database& from, const std::string& path,
    const DataKey& key, BackupReason reason, Wanted wanted);

/// The same where something changed since the last copy, but throws Error unless there is a copy of
/// this state afterwards.
void back_up_before(const BackupTools& tools, SQLite::Database& from, const std::string& path,
    const DataKey& key, BackupReason reason);

/// Notes the copies in the audit log: they hold all there is. Throws StoreError.
void note_backups(RecordStore& store, const BackupRun& run, const Account& who);

/// A file of an older version could not be copied before it was to be brought up to date.
class BackupFailed : public StoreError {
public:
    using StoreError::StoreError;
};

/// For DatabaseOptions: copies a file of an older schema before it is migrated, to its folders or
/// to that one. Throws BackupFailed, around the reason, where there is no copy then. `files` and
/// `clock` outlive it.
BeforeMigration backing_up(Files& files, Clock& clock, const std::string& folder = {});

/// How far one folder is behind.
struct BackupPlace {
    std::string folder;
    bool is_there = false;
    Instant last = 0;        ///< of the newest copy; 0 for none
    Hash128 mark;            ///< of the newest copy: what was in the file then; see mark_of()
    bool is_current = false; ///< nothing changed since
    bool is_late = false;    ///< something did, and the copy is older than it may be
    std::int64_t days = 0;   ///< since the newest copy
};

struct BackupState {
    BackupPlace first;
    std::optional<BackupPlace> second;

    bool is_late() const { return first.is_late || (second && second->is_late); }
};

/// By the notes in the folders; of a second folder that is away, by what was last known. Takes as
/// long as a slow disk takes to list a folder. Throws StoreError where the data file fails.
BackupState backup_state(
    const BackupTools& tools, SQLite::Database& db, const std::string& path, const DataKey& key);

/// Whether a daily copy is due: none was made today, and something changed since the last.
bool is_daily_due(const BackupState& state, Instant now);

} // namespace model
