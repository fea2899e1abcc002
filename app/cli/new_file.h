#pragma once

#include "app/cli/call.h"
#include "model/access/new_office.h"

namespace app {

/// The name of a file's first account: --user, else the name this machine knows the user by, else
/// a word for it.
std::string first_account(Call& call);

/// Asks for a passphrase and makes the encrypted file of --db with its key file beside it. Throws
/// Error, and makes nothing, where one of the two is there already or the passphrase is too short.
model::MadeFile make_file(Call& call);

/// The recovery key in a frame, with what to do with it.
void print_recovery_key(Call& call, const model::DataKey& key);

} // namespace app
