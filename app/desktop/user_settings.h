#pragma once

#include "views/widgets/settings.h"

namespace app {

/// What this user's windows remember from one day to the next, beside the recent files.
views::Settings user_settings();

} // namespace app
