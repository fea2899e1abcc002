#pragma once

#include "model/access/backup_keep.h"
#include "model/base/files.h"
#include "model/store/file_copy.h"

#include <optional>
#include <string>
#include <vector>

namespace model {

/// Why a copy was made. Their names are written into copies and never change.
enum class BackupReason { asked, daily, exit, before_import, before_migration };

std::string_view reason_name(BackupReason reason);
std::optional<BackupReason> parse_reason(std::string_view name);
const char* reason_label(BackupReason reason); ///< msgid: "Before an import"

/// What a copy says of itself, in a file beside it (COPY.json). It holds no secret.
struct BackupNote {
    Instant at = 0;
    std::string office;
    std::string region;
    BackupReason reason = BackupReason::asked;
    FileSum sum;
    int schema = 0;
    std::string program; ///< its version
    std::int64_t bytes = 0;
    Hash128 mark; ///< of what was in the file; see mark_of()
    Hash128 key;  ///< tells copies of one data file from those of others, and nothing of the key
};

/// A copy in a folder. One without a note was put there by hand, or lost it.
struct Backup {
    std::string path;
    std::optional<BackupNote> note;
};

/// What the making and reading of copies needs of the world.
struct BackupTools {
    Files& files;
    Clock& clock;
    std::string vfs = {}; ///< as of DatabaseOptions
    OnCopy on_copy = {};
};

/// Differs once anything was entered, synced or decided in the file. Of any schema.
Hash128 mark_of(SQLite::Database& db);

/// The same for every copy of one data file.
Hash128 fingerprint_of(const DataKey& key);

/// "桃江县政务服务中心-20261127-0830.hall"; what file systems refuse in names is replaced.
std::string backup_name(const std::string& office, Instant at);

/// A path in the folder that no copy has yet.
std::string free_backup_path(
    Files& files, const std::string& folder, const std::string& office, Instant at);

/// Copies the open data file of that path to `to`, with its key file and a note, opens the copy and
/// compares it with what was copied; only then it gets its name. Throws Error with one sentence
/// where the disk fails or is full, the copy comes out different or there is a file of that name
/// already; nothing is left of it then, and older copies were not touched. No transaction may be
/// open on `from`.
Backup make_backup(const BackupTools& tools, SQLite::Database& from, const std::string& path,
    const DataKey& key, const std::string& to, BackupReason reason);

/// The copies in a folder, newest first, those without a note last. None if it is not there.
std::vector<Backup> backups_in(Files& files, const std::string& folder);

/// What the copy says of itself; nothing where it says nothing that can be read.
std::optional<BackupNote> note_beside(Files& files, const std::string& copy);

/// The newest of them that is of the data file with that key.
std::optional<Backup> newest_of(const std::vector<Backup>& backups, const DataKey& key);

/// Opens the copy and looks at all of it: nothing where it is as its note says, otherwise why it is
/// of no use, in one sentence.
std::optional<Message> trouble_with(
    const BackupTools& tools, const Backup& backup, const DataKey& key);

/// Deletes what the rule does not keep of this data file's copies in the folder, and what a power
/// cut left of unfinished ones; gives the names. Nothing else in the folder is touched, nor the
/// copy that was just made. What is dated ahead of the clock counts as made now.
std::vector<std::string> thin_out(const BackupTools& tools, const std::string& folder,
    const DataKey& key, const KeepRule& rule, const std::string& just_made = {});

/// Removes a copy with what lies beside it. Throws Error where the disk will not.
void remove_backup(Files& files, const std::string& path);

} // namespace model
