#pragma once

#include "app/cli/command.h"

namespace app {

/// hallctl duty-roster: the duty roster of a week, shown, written to a sheet, or changed in one
/// cell.
Exit duty_roster(Call& call);

/// hallctl fill-roster: fills a roster by turn, or says what would come of it.
Exit fill_roster(Call& call);

} // namespace app
