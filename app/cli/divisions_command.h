#pragma once

#include "app/cli/command.h"

namespace app {

/// hallctl divisions: which list of townships and villages the file goes by, another one from a
/// sheet, or the one that came along again.
Exit divisions(Call& call);

} // namespace app
