#pragma once

#include "views/start/file_access.h"

#include <wx/dialog.h>

class wxButton;
class wxChoice;
class wxStaticText;
class wxTextCtrl;

namespace views {

class RecoveryEntry;
class WrappedText;

/// Opens a file by its recovery key: type or paste the key, say who you are where several open the
/// file, choose a new passphrase.
class RecoverDialog : public wxDialog {
public:
    RecoverDialog(wxWindow* parent, const std::string& file, Recovering recovering);

private:
    void lay_out(const std::string& file);
    void key_typed();
    void try_it();
    void say(const wxString& problem);
    std::string account() const;

    Recovering recovering_;
    std::vector<std::string> accounts_;
    std::string looked_up_; ///< the key whose accounts are shown
    RecoveryEntry* key_;
    wxStaticText* who_;
    wxChoice* account_; ///< where there are several
    wxTextCtrl* name_;  ///< where nobody is known
    wxTextCtrl* passphrase_;
    wxTextCtrl* again_;
    WrappedText* problem_;
    wxButton* ok_;
};

} // namespace views
