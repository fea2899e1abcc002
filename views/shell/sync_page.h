#pragma once

#include "views/shell/sync_link.h"

#include <wx/panel.h>
#include <wx/scrolwin.h>
#include <wx/timer.h>

#include <memory>

class wxButton;
class wxCheckBox;
class wxGauge;
class wxStaticText;

namespace views {

class SyncDetails;
class WrappedText;

/// How this file stands with the county: whether both agree as far as anybody knows, what waits to
/// be sent, what came and what was refused, and the button that brings both together.
class SyncPage : public wxScrolled<wxPanel> {
public:
    SyncPage(wxWindow* parent, const SyncLink& link, Background& background);

    void refresh();

    /// Starts a sync, unless one runs.
    void start();

    /// Joins the county with the joining file. What is doubtful about it, the file itself or the
    /// server tells, and the user is asked about all of it at once.
    void join(const std::string& join_file, const std::optional<model::Message>& agreed = {});
    bool is_running() const { return progress_ != nullptr; }

    /// The running sync ends at its next step; what was sent until then counts.
    void stop();

    SyncDetails& details() { return *details_; }

    /// Gives the keyboard to what there is to press.
    void focus();

    /// What the last sync did or why it failed; empty before the first.
    wxString result() const;

    /// A sync began; it ended, well or not.
    std::function<void()> on_begin;
    std::function<void(bool well)> on_done;

private:
    void on_key(wxKeyEvent& event);
    void step(int tabs);
    void add_line(wxSizer& grid, const char* label, wxStaticText*& value, const char* name);
    void enrol();
    void run(std::function<model::SyncResult(Progress&)> work,
        const std::function<void(const model::Message&)>& on_doubt = {});
    void show_escrow();
    void finished(const wxString& sentence, bool well);

    const SyncLink& link_;
    Background& background_;
    WrappedText* light_;
    wxStaticText* state_ = nullptr;
    wxStaticText* unsent_ = nullptr;
    wxStaticText* acknowledged_ = nullptr;
    wxStaticText* conflicts_ = nullptr;
    wxStaticText* contents_ = nullptr;
    wxButton* sync_;
    wxButton* cancel_;
    wxButton* enrol_;
    wxGauge* gauge_;
    WrappedText* result_;
    wxCheckBox* escrow_;
    SyncDetails* details_;
    wxTimer ticks_;
    std::shared_ptr<Progress> progress_; ///< of the running sync
    bool must_join_again_ = false;       ///< the county does not know this device any more
};

} // namespace views
