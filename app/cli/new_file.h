#pragma once

#include "app/cli/call.h"

namespace app {

/// The name of a file's first account: --user, else the name this machine knows the user by, else
/// a word for it.
std::string first_account(Call& call);

/// A file made in this run, with what opens it.
struct NewFile {
    model::DataKey key;
    model::Account account;
};

/// Asks for a passphrase and makes the encrypted file of --db with its key file beside it. Throws
/// Error, and makes nothing, where one of the two is there already or the passphrase is too short.
NewFile make_file(Call& call);

/// Removes both again; for a file that was made in this run and is of no use.
void unmake_file(Call& call);

/// The recovery key in a frame, with what to do with it.
void print_recovery_key(Call& call, const model::DataKey& key);

} // namespace app
