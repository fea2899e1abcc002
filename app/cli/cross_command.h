#pragma once

#include "app/cli/call.h"

namespace app {

/// hallctl cross: a register crossed by one or two fields, printed, written to a sheet or answered
/// with the filter of each number.
Exit cross(Call& call);

} // namespace app
