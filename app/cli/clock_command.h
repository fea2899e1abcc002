#pragma once

#include "app/cli/command.h"

namespace app {

/// hallctl import-clock: attendance from a clock file.
Exit import_clock(Call& call);

/// hallctl clock-differences: where the clock says other than the roll-call.
Exit clock_differences(Call& call);

/// hallctl decide-clock: which of the two counts.
Exit decide_clock(Call& call);

} // namespace app
