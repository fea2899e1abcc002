#pragma once

#include "model/access/key_file.h"
#include "model/commands/editor.h"

#include <string>

namespace model {

/// Throws Error where the editor's account may give that account no passphrase here, and notes
/// that it was tried where it may not manage accounts at all.
void must_set_passphrase_of(Editor& editor, const Uuid& account);

/// Gives the account, whose owner forgot his or has none yet, a passphrase as give_passphrase()
/// does, in the data file and its key file, both or neither, and lets it be tried at once. `key` is
/// the file's. Throws as must_set_passphrase_of() does, Error where the passphrase is too easy to
/// guess or the key file cannot be written, and StoreError.
void set_passphrase_of(Editor& editor, Files& files, const std::string& data_file,
    const DataKey& key, const Account& account, const std::string& passphrase);

} // namespace model
