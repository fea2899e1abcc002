#pragma once

#include "model/commands/permission.h"
#include "model/listing/listing.h"

namespace model {

/// What the account sees of a register as a list, and of those that its columns reach: which
/// records, and personal values whole or masked.
Sight sight_of(const Permission& permission, const EntityDef& def);

/// The columns of other registers that the account can add to a list of this one: of registers of
/// which it may see something.
std::vector<const FieldDef*> reachable_columns(
    const Permission& permission, const EntityDef& def, const Catalog& catalog);

/// Throws Error where the account may not do this (print, export) to all it sees through the
/// columns that are reached.
void require_reached(const Permission& permission, Action action,
    std::span<const FieldDef* const> columns, const Translate& translate);

} // namespace model
