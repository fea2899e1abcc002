#pragma once

#include "model/base/message.h"
#include "model/commands/editor.h"
#include "model/rules/finding.h"

#include <optional>

namespace model {

/// A task (督办) that comes of a record, as it would be entered: what is to be done in words of the
/// language, by when where that day is known and not past, who answers, and links back to the
/// record and to what it names of places, units, windows, people and items. `line` is the line of
/// the board it comes of, if it is one. Throws UsageError where there is no such record, or none a
/// task can come of: tasks themselves, accounts, and tips with who gave them, which stay with their
/// handlers.
Record task_of(RecordStore& store, const Uuid& record, const std::optional<Finding>& line,
    const Translate& translate);

/// A task of that record that is not over and says the same; nothing where there is none.
std::optional<Uuid> open_task_of(RecordStore& store, const Record& task);

/// Enters it as one undoable step, checked like any entry, with what `edits` say of its fields
/// besides. Where there is such a task already, it gives that one, unchanged.
Outcome follow_up(Editor& editor, const Record& task, std::span<const FieldEdit> edits = {},
    bool is_dry_run = false);

} // namespace model
