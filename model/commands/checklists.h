#pragma once

#include "model/commands/editor.h"
#include "model/entities/checklist.h"
#include "model/entities/checklist_line.h"

namespace model {

/// A check-list with its lines in their order.
struct FullChecklist {
    Checklist list;
    std::vector<ChecklistLine> lines;
};

/// The lists that come along with the program (assets/codes/checklists.csv and
/// checklist_lines.csv): the daily patrol, the clean-hall self-check (清廉大厅自查), joining and
/// leaving. Their ids are those that every computer gives them.
const std::vector<FullChecklist>& shipped_checklists();

/// The lists of that kind that are in use on the day: the office's own, by name, or, where the
/// register holds none of the kind, those that come along. What is in the recycle bin is not there.
std::vector<FullChecklist> checklists_in_use(RecordStore& store, ChecklistKind kind, Date day);

/// Enters the lists that come along into the register, where the office can change them, as one
/// undoable step; those whose identity the file knows, be it in the recycle bin, are left as they
/// are. Nothing is `changed` where all of them are. Throws Error where the account may not.
Outcome enter_shipped_checklists(Editor& editor);

} // namespace model
