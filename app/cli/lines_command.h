#pragma once

#include "app/cli/call.h"

namespace app {

/// The lines of a check-list for an inspection, or for somebody who comes or goes.
Exit make_lines(Call& call);

/// The check-lists that come along, into the register.
Exit add_shipped(Call& call);

} // namespace app
