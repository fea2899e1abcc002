#pragma once

#include "model/commands/permission.h"

namespace model {

/// Whether an office of that kind keeps something of the register: a township what lies with it, a
/// sending unit the fields that are a unit's, the hall office (and whoever is above it) all.
bool keeps(Role role, const EntityDef& def);

/// Whether an office of that kind works with the register: keeps something of it, or has records of
/// its own in it, or reads the county's there to do its work. Its pages, search, links and board go
/// by it.
bool works_with(Role role, const EntityDef& def);

/// Whether somebody there may fill in something of records of the register.
bool may_fill_in(const Permission& permission, Role role, const EntityDef& def);

/// Whether he may add, delete and merge records of it.
bool may_add(const Permission& permission, Role role, const EntityDef& def);

/// One sentence that says why he may not add, delete or merge there.
Message why_not_add(const Permission& permission, Role role, const EntityDef& def);

} // namespace model
