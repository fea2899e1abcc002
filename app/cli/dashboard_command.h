#pragma once

#include "app/cli/command.h"

namespace app {

/// hallctl dashboard: the numbers of the overview, printed, written to a sheet or answered with the
/// filter that lists the records of each.
Exit dashboard(Call& call);

} // namespace app
