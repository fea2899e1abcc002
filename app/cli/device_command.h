#pragma once

#include "app/cli/command.h"

namespace app {

/// hallctl devices: the computers of the county, as its server knows them.
Exit devices(Call& call);

/// hallctl device revoke|lost|found NUMBER: what can be done to one of them.
Exit device(Call& call);

/// hallctl escrow [on|off]: whether the county keeps this file's key.
Exit escrow(Call& call);

} // namespace app
