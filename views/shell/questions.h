#pragma once

#include <wx/string.h>

class wxWindow;

namespace views {

enum class Unsaved { save, give_up, go_on };

/// What to do with entries that were not saved, before the window shows something else.
Unsaved ask_unsaved(wxWindow* parent);

/// Whether to give up entries that were not saved.
bool ask_give_up(wxWindow* parent);

/// Whether to put the record of that title into the recycle bin.
bool ask_remove(wxWindow* parent, const wxString& title);

/// Whether two records are one, though they differ in those fields.
bool ask_merge(wxWindow* parent, const wxString& fields);

/// Whether to join a county although there is reason to think twice.
bool ask_join(wxWindow* parent, const wxString& doubt);

/// A sentence that needs no more than to be read.
void tell(wxWindow* parent, const wxString& sentence);

} // namespace views
