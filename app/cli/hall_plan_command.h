#pragma once

#include "app/cli/command.h"

namespace app {

/// hallctl hall-plan: the windows of a hall, where they stand and what is amiss there; put in rows
/// with --arrange, or one of them put somewhere or taken off.
Exit hall_plan(Call& call);

} // namespace app
