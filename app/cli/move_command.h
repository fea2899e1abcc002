#pragma once

#include "app/cli/call.h"

namespace app {

/// Changes the status of a posting, or tells which changes it can make.
Exit move_posting(Call& call);

} // namespace app
