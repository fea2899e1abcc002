#pragma once

#include "views/start/file_access.h"

#include <wx/dialog.h>

#include <memory>
#include <string>

class wxButton;
class wxTextCtrl;

namespace views {

class WaitNote;
class WrappedText;

/// Stands alone on the screen while the program is locked, and asks for the passphrase of whoever
/// has the file open. Its answer: wxID_OK he is back, wxID_OPEN somebody else is to open the file,
/// wxID_EXIT the program is to end.
class LockDialog : public wxDialog {
public:
    /// Where other dialogs are open under it, nobody else can open the file before they are done.
    LockDialog(const Locking& lock, const std::string& account, bool is_alone);
    ~LockDialog() override;

private:
    void lay_out(const std::string& account, bool is_alone);
    wxSizer* make_buttons(bool is_alone);
    void try_it();
    void say(const wxString& problem);

    const Locking& lock_;
    wxTextCtrl* passphrase_;
    WrappedText* problem_;
    wxButton* ok_;
    std::unique_ptr<WaitNote> wait_note_;
};

} // namespace views
