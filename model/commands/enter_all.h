#pragma once

#include "model/commands/editor.h"

#include <span>

namespace model {

/// Enters several records as they shall be, as one undoable step: one without an id is made, one
/// that is there is changed where it differs. Each is checked as Editor::create and Editor::set
/// check it, all of them against the file as it was before the step; where one is refused, none is
/// written and the findings say why. `id` is that of the first record. Throws UsageError for an id
/// that is not there.
Outcome enter_all(Editor& editor, const Message& label, std::span<const Record> records);

} // namespace model
