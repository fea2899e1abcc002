#pragma once

#include "views/shell/desk.h"

class wxWindow;

namespace views {

class RecordList;

/// Asks what the selected rows of a list shall become, and does it; gives how many records were
/// changed, and says by the list what hinders.
int change_rows(wxWindow* parent, const Desk& desk, const model::EntityDef& def, RecordList& list);

/// The same for the table on the clipboard, from the selected row and column on or where its heads
/// and titles say.
int paste_rows(wxWindow* parent, const Desk& desk, const model::EntityDef& def, RecordList& list);

} // namespace views
