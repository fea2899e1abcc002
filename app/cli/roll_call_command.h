#pragma once

#include "app/cli/command.h"

namespace app {

/// hallctl roll-call: the morning roll-call of a hall, shown, and with marks or --save written.
Exit roll_call(Call& call);

} // namespace app
