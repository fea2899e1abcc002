#pragma once

#include "app/cli/call.h"

namespace app {

/// `hallctl import REGISTER SHEET`: the rows of a sheet taken in, or said what would come of it.
Exit import_rows(Call& call);

} // namespace app
