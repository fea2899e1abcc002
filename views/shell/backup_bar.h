#pragma once

#include "views/shell/backup_link.h"
#include "views/widgets/background.h"

#include <wx/panel.h>

#include <functional>
#include <memory>
#include <optional>

class wxButton;
class wxStaticText;

namespace views {

class WrappedText;

/// Sees that the file is backed up: looks at the folders when the window opens, makes the daily
/// copy beside whatever the user does, and warns on top of the window, with a button, where the
/// last good copy is too old or there is none.
class BackupBar : public wxPanel {
public:
    /// `link` and `thread` outlive it.
    BackupBar(wxWindow* parent, const BackupLink& link, Background& thread);
    ~BackupBar() override;

    /// Looks anew, and makes the daily copy if it is due.
    void look();

    /// Whether there is a page of backups to go to.
    void offer_page(bool offered);

    /// Makes a copy now.
    void make();

    bool is_busy() const { return progress_ != nullptr; }

    /// What was last seen; nothing before that.
    const std::optional<model::BackupState>& state() const { return state_; }

    /// Whether anything was entered since the last copy, as far as is known.
    bool is_behind() const;

    std::function<void()> on_change; ///< a copy was made, or could not be
    std::function<void(const wxString&)> on_say;
    std::function<void()> on_open; ///< the page of backups is asked for

private:
    void run(model::BackupReason reason, model::Wanted wanted);
    void seen(const model::BackupState& state, bool may_copy);
    void ran(const model::BackupRun& run, bool is_asked);
    void failed(const std::exception_ptr& error, bool is_asked);
    void show(const wxString& warning);
    void wrap();

    const BackupLink& link_;
    Background& thread_;
    std::shared_ptr<Progress> progress_;
    std::optional<model::BackupState> state_;
    WrappedText* text_;
    wxButton* make_;
    wxButton* open_;
    wxString trouble_; ///< why the last copy was not made
};

} // namespace views
