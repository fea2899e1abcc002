#pragma once

#include "model/access/backup.h"

namespace model {

/// Whose key file stands beside the restored file.
enum class KeysAfter {
    as_now,    ///< the one that is there, so that today's passphrases and accounts stay
    from_copy, ///< the copy's, if it has one
};

struct Restored {
    std::string kept_as; ///< what the file was until now; empty where there was none
    std::int64_t records = 0;
    std::vector<Message> news = {}; ///< what else is to be told to whoever restores; see restored.h
};

/// Puts a copy in the place of the data file. The copy is looked at first, and stays. The file there
/// is now is kept beside it under the name of name_aside(), with its key file and its log, be it
/// sound or damaged; at every moment, also when power fails, one of the two stands under the file's
/// name. Nobody may have the file open. Throws Error in one sentence where the copy is of no use,
/// is one of another data file, the file is in use, or the disk fails or is full; the file and its log
/// are as they were then. With KeysAfter::from_copy over a key file that is there the copy may stand
/// already, with the key file that was.
Restored restore_file(const BackupTools& tools, const Backup& copy, const DataKey& key,
    const std::string& file, KeysAfter keys);

} // namespace model
