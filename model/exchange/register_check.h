#pragma once

#include "model/exchange/import.h"
#include "model/rules/finding.h"

#include <map>

namespace model {

/// What the rules say of each record of a register at worst; reminders are left out. Reads the
/// register and what it refers to once, so that a large one takes seconds. Stopped by `progress` it
/// gives what was found so far. Throws StoreError.
std::map<Uuid, Level> check_register(
    RecordStore& store, const EntityDef& def, const Progress& progress = {});

/// The same for one record; nothing where there is no more than a reminder, or no such record.
std::optional<Level> check_record(RecordStore& store, const EntityDef& def, const Uuid& id);

} // namespace model
