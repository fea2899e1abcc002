#pragma once

#include "app/cli/call.h"

namespace app {

/// `hallctl rescue OUT`: what can still be read of a damaged file, in a new one.
Exit rescue(Call& call);

} // namespace app
