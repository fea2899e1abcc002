#pragma once

#include "app/cli/command.h"

namespace app {

/// hallctl newcomer: somebody new with posting and window, as one step.
Exit newcomer(Call& call);

} // namespace app
