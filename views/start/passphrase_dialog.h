#pragma once

#include "views/start/file_access.h"

#include <wx/dialog.h>

#include <functional>
#include <string>
#include <vector>

class wxChoice;
class wxTextCtrl;

namespace views {

class WrappedText;

/// Asks who opens the file, where it has several accounts, and the passphrase. What `open` throws
/// is told in the dialog, which stays until it worked or the user thinks better of it. Who has lost
/// the passphrase opens the file with its recovery key from here.
class PassphraseDialog : public wxDialog {
public:
    using Open = std::function<void(const std::string& account, const std::string& passphrase)>;

    PassphraseDialog(wxWindow* parent, const std::string& file,
        const std::vector<std::string>& accounts, Open open, Recovering recovering = {});

    /// Tells what is wrong before anything was tried, such as a lost key file.
    void say(const wxString& problem);

private:
    wxSizer* make_buttons();
    void try_it();
    void recover();

    std::string file_;
    std::vector<std::string> accounts_;
    Open open_;
    Recovering recovering_;
    wxChoice* account_;
    wxTextCtrl* passphrase_;
    WrappedText* problem_;
};

} // namespace views
