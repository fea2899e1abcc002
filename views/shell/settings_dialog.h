#pragma once

#include "views/shell/appearance.h"

#include <wx/dialog.h>

#include <vector>

class wxChoice;

namespace views {

/// Asks for the size of the letters, light or dark, the language, and when the program
/// locks by itself.
class SettingsDialog : public wxDialog {
public:
    SettingsDialog(wxWindow* parent, const Appearance& now);

    /// What is chosen; what was there in what the user left alone.
    Appearance chosen() const;

private:
    wxChoice* add_choice(wxSizer& grid, const char* name, const char* label,
        const std::vector<wxString>& choices, int chosen);

    Appearance before_;
    wxChoice* letters_;
    wxChoice* look_ = nullptr; ///< where the toolkit can be told
    wxChoice* language_;
    wxChoice* lock_;
};

/// Asks and keeps what is chosen; whether anything is other than before.
bool ask_settings(wxWindow* parent, const Settings& settings);

} // namespace views
