#pragma once

#include "tests/simulation/world.h"

namespace tests {

/// Looks at one client after each event: what its user saved and has not sent stands in sight (I7).
void check_own_edits(const World& world, Client& client);

/// Looks at one client after a sync that ended well: it holds what the county lets it see (I4).
void check_scope(World& world, Client& client);

/// Looks at everything once nothing moves any more. Throws Violation.
void check_all(World& world);

} // namespace tests
