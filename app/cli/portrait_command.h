#pragma once

#include "app/cli/call.h"

namespace app {

/// The portrait of a person: whether there is one, set, removed, or written into a file.
Exit portrait(Call& call);

} // namespace app
