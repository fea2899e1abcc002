#pragma once

#include "app/cli/call.h"

namespace app {

/// `hallctl account …`: who may open the file, and as what.
Exit account(Call& call);

} // namespace app
