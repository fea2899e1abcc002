#pragma once

#include <wx/string.h>

class wxMenuBar;

namespace views {

/// Leaves the item of the menus to be chosen, or makes it grey and says why: in the status bar
/// while it is highlighted, and, as GTK highlights nothing that is grey, in its tip.
void allow_item(wxMenuBar& bar, int id, bool allowed, const wxString& why_not);

} // namespace views
