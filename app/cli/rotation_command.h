#pragma once

#include "app/cli/call.h"

namespace app {

/// Who reaches the term at the window in the next twelve months, and who has.
Exit rotation(Call& call);

} // namespace app
