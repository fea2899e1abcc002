#pragma once

#include "views/start/file_access.h"

#include <wx/dialog.h>

class wxTextCtrl;

namespace views {

class RecoveryEntry;
class WrappedText;

/// Asks for the passphrase before and twice for the new one. What the change throws is told in the
/// dialog, which stays until it worked or the user thinks better of it.
class PassphraseChange : public wxDialog {
public:
    PassphraseChange(wxWindow* parent, const FileAccess& access, const std::string& account);

private:
    void try_it();
    void say(const wxString& problem);

    const FileAccess& access_;
    wxTextCtrl* before_;
    wxTextCtrl* passphrase_;
    wxTextCtrl* again_;
    WrappedText* problem_;
};

/// Tells whether the recovery key on paper is that of this file, and what to do where it is lost:
/// the key itself is never shown again.
class RecoveryCheck : public wxDialog {
public:
    RecoveryCheck(wxWindow* parent, const FileAccess& access);

private:
    void key_typed();

    const FileAccess& access_;
    RecoveryEntry* key_;
    WrappedText* answer_;
};

} // namespace views
