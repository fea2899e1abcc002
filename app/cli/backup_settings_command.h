#pragma once

#include "app/cli/call.h"

namespace app {

/// `hallctl backup-settings`: where copies go, how many stay and when they are made; sets what is
/// named.
Exit backup_settings(Call& call);

} // namespace app
