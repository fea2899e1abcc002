#pragma once

#include "app/cli/call.h"
#include "model/entities/user.h"

#include <vector>

namespace app {

/// Answers with those that open this file and, of those among `users`, with what they work as and
/// where. Asks for the passphrase only where `users` are there.
void print_accounts(Call& call, const model::KeyFile& keys, const std::vector<model::User>& users);

} // namespace app
