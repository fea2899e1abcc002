#pragma once

#include "app/cli/command.h"

namespace app {

/// hallctl leave-balance: how everybody stands with leave in a year, printed or answered.
Exit leave_balance(Call& call);

} // namespace app
