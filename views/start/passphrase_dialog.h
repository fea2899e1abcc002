#pragma once

#include "model/base/message.h"
#include "views/start/file_access.h"

#include <wx/dialog.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

class wxChoice;
class wxTextCtrl;

namespace views {

class WaitNote;
class WrappedText;

/// Asks who opens the file, where it has several accounts, and the passphrase. What `open` throws
/// is told in the dialog, which stays until it worked or the user thinks better of it. Who has lost
/// the passphrase opens the file with its recovery key from here, and who typed it wrong too often
/// sees how long to wait.
class PassphraseDialog : public wxDialog {
public:
    using Open = std::function<void(const std::string& account, const std::string& passphrase)>;

    /// Why the account has to wait before it may try; nothing where it may now.
    using Held = std::function<std::optional<model::Message>(const std::string& account)>;

    PassphraseDialog(wxWindow* parent, const std::string& file,
        const std::vector<std::string>& accounts, Open open, Recovering recovering = {},
        Held held = {});
    ~PassphraseDialog() override;

    /// Tells what is wrong before anything was tried, such as a lost key file.
    void say(const wxString& problem);

private:
    wxSizer* make_buttons();
    std::string account() const;
    void look_at_wait();
    void try_it();
    void recover();

    std::string file_;
    std::vector<std::string> accounts_;
    Open open_;
    Recovering recovering_;
    wxChoice* account_;
    wxTextCtrl* passphrase_;
    WrappedText* problem_;
    std::unique_ptr<WaitNote> wait_note_;
};

} // namespace views
