#pragma once

#include "app/cli/call.h"

namespace app {

/// What a step taken back left because others use it: [{"entity", "id", "title"}].
boost::json::array kept_json(Call& call, const model::Outcome& outcome);

/// Whether some of what was to be taken back, or done again, stays as it is; other findings only
/// tell what is wrong now.
bool is_kept_in_part(const model::Outcome& outcome);

/// `failed` where nothing changed, `partly` where some stays.
Exit exit_of_taking_back(const model::Outcome& outcome);

} // namespace app
