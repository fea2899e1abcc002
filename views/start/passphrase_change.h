#pragma once

#include "views/start/file_access.h"

#include <wx/dialog.h>

class wxTextCtrl;

namespace views {

class RecoveryEntry;
class WrappedText;

/// Asks twice for a new passphrase, and for the one before where the account is one's own. What the
/// change throws is told in the dialog, which stays until it worked or the user thinks better of
/// it.
class PassphraseChange : public wxDialog {
public:
    /// One's own.
    PassphraseChange(wxWindow* parent, const FileAccess& access, const std::string& account);

    /// That of another account, by whoever manages the accounts.
    PassphraseChange(wxWindow* parent, const FileAccess& access, const model::Uuid& account,
        const std::string& name);

private:
    enum class Whose { own, another };
    using Work = std::function<void(const std::string& before, const std::string& now)>;

    PassphraseChange(
        wxWindow* parent, Whose whose, std::string name, const wxString& title, Work work);
    void try_it();
    void say(const wxString& problem);

    std::string name_;
    Work work_;
    wxTextCtrl* before_ = nullptr; ///< of one's own
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
