#pragma once

#include "app/cli/call.h"

namespace app {

/// One act of a reform of institutions, and of places.
Exit reorganise(Call& call);
Exit reorganise_place(Call& call);

} // namespace app
