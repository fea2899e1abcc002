#pragma once

#include "model/commands/permission.h"
#include "model/store/search.h"

namespace model {

/// What an account finds: records it sees, and personal values by what of them it may read.
Searcher searcher(const Permission& permission);

} // namespace model
