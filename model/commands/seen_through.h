#pragma once

#include "model/commands/permission.h"
#include "model/store/filter.h"

namespace model {

/// What filters of the account may look at through references.
inline SeenThrough seen_through(const Permission& permission)
{
    return [permission](
               const EntityDef& def) { return permission.extent(Action::see, def).condition(def); };
}

} // namespace model
