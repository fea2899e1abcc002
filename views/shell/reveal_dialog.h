#pragma once

#include <wx/dialog.h>

#include <functional>
#include <string>

class wxComboBox;

namespace views {

class WrappedText;

/// Asks why the personal values of a record are to be read whole. What reading them throws is told
/// in the dialog, which stays until it worked or the user thinks better of it.
class RevealDialog : public wxDialog {
public:
    using Reveal = std::function<void(const std::string& reason)>;

    /// `title` names the record.
    RevealDialog(wxWindow* parent, const wxString& title, Reveal reveal);

private:
    void try_it();

    Reveal reveal_;
    wxComboBox* reason_;
    WrappedText* problem_;
};

} // namespace views
