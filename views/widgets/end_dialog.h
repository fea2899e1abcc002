#pragma once

#include <wx/dialog.h>

namespace views {

/// Closes a dialog with that answer, whether somebody waits for it or not.
inline void end_dialog(wxDialog& dialog, int code)
{
    dialog.SetReturnCode(code);
    if (dialog.IsModal())
        dialog.EndModal(code);
    else
        dialog.Hide();
}

} // namespace views
