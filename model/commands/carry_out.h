#pragma once

#include "model/base/message.h"
#include "model/commands/editor.h"

namespace model {

/// What becomes of the item when a change of it takes effect, and of the change itself.
struct PlannedVersion {
    Record before; ///< the item as it is
    Record item;   ///< as it shall be
    Record change; ///< taken effect
};

/// The item as the change (变更申请) plans it: stationed or not, cancelled, suspended or added,
/// with the new name, limits, unit and version that the change gives. Throws UsageError naming what
/// is missing: for a record that is no change, one that is not made public yet or was carried out
/// already, one whose day is missing or still to come, one that names no item, and one that says
/// nothing new.
PlannedVersion planned_version(RecordStore& store, const Uuid& change, const Translate& translate);

/// Carries it out as one undoable step, each record checked as an entry of it; where one is
/// refused, nothing is written and the findings say why. `id` is the item's. Throws UsageError as
/// planned_version().
Outcome carry_out(Editor& editor, const Uuid& change, const Translate& translate);

} // namespace model
