#pragma once

#include <wx/dialog.h>

#include <functional>
#include <string>
#include <vector>

class wxChoice;
class wxTextCtrl;

namespace views {

class WrappedText;

/// Asks who opens the file, where it has several accounts, and the passphrase. What `open` throws
/// is told in the dialog, which stays until it worked or the user thinks better of it.
class PassphraseDialog : public wxDialog {
public:
    using Open = std::function<void(const std::string& account, const std::string& passphrase)>;

    PassphraseDialog(wxWindow* parent, const std::string& file,
        const std::vector<std::string>& accounts, Open open);

private:
    void try_it();

    std::vector<std::string> accounts_;
    Open open_;
    wxChoice* account_;
    wxTextCtrl* passphrase_;
    WrappedText* problem_;
};

} // namespace views
