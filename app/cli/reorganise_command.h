#pragma once

#include "app/cli/call.h"

namespace app {

/// One act of a reform of institutions.
Exit reorganise(Call& call);

} // namespace app
