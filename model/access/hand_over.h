#pragma once

#include "model/access/key_file.h"
#include "model/commands/editor.h"
#include "model/entities/user.h"

#include <string>
#include <vector>

namespace model {

/// A post that goes from one account to another.
struct HandOver {
    User old;
    User next; ///< name and person; all else comes from `old`
    Date on;   ///< the first day of the new one, on which the old one ends
    std::string reason;
    std::string passphrase; ///< of the new one
};

/// Does Accounts::hand_over and gives the new account its passphrase, in the data file and its key
/// file, both or neither; as give_passphrase() does, so that it travels. Where the day has come the
/// old account opens the file no more. Nothing is done where a finding refuses. `key` is the
/// file's. Throws Error where this account may not, where the passphrase is too easy to guess or
/// the name is taken.
Outcome hand_over(Editor& editor, Files& files, const std::string& data_file, const DataKey& key,
    const HandOver& wish);

/// How many records of a register, with no end yet, name the account or the person behind it: a
/// hand-over leaves them as they are. Those that the editor's account may see.
struct OpenDuty {
    const EntityDef* def = nullptr;
    std::int64_t count = 0;
};
std::vector<OpenDuty> open_duties(Editor& editor, const User& user);

} // namespace model
