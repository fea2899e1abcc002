#pragma once

#include "views/start/first_start.h"

#include <wx/panel.h>

class wxTextCtrl;

namespace views {

/// Where the file lies, who opens it, and with which passphrase.
class FilePage : public wxPanel {
public:
    FilePage(wxWindow* parent, const OfficeMaking& making);

    /// Proposes a file named after the office, unless the user has chosen one.
    void propose(const std::string& office);

    /// Puts what was entered into the wish; what is missing or wrong is told in a sentence.
    wxString take(OfficeWish& wish);

    /// The keyboard goes where something has to be typed.
    void focus();

private:
    void choose();

    std::string folder_;
    wxString proposed_;
    wxTextCtrl* path_;
    wxTextCtrl* account_;
    wxTextCtrl* passphrase_;
    wxTextCtrl* again_;
};

} // namespace views
