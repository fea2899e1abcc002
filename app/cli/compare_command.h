#pragma once

#include "app/cli/call.h"

namespace app {

/// Compares a new edition of the item catalog with the register, and takes in what is said.
Exit compare_catalog(Call& call);

} // namespace app
