#pragma once

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>

namespace views {

/// The buttons that end a dialog, at its right edge: what does it, then a new "Cancel". In this
/// order on every system, as all our dialogs and the office programs have it.
wxSizer* dialog_buttons(wxDialog& dialog, wxButton* ok);

/// The same with a cancel button that was made before.
wxSizer* dialog_buttons(wxDialog& dialog, wxButton* ok, wxButton* cancel);

} // namespace views
