#pragma once

#include "app/cli/call.h"

namespace app {

/// `hallctl method list|show|check|try`: the assessment methods that the program brings along, and
/// those that an office writes.
Exit method(Call& call);

} // namespace app
