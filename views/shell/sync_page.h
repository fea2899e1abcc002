#pragma once

#include "views/shell/desk.h"

#include <wx/panel.h>
#include <wx/timer.h>

#include <memory>

class wxButton;
class wxGauge;
class wxStaticText;

namespace views {

class WrappedText;

/// How this file stands with the county: what waits to be sent, when the server last acknowledged,
/// and the button that brings both together.
class SyncPage : public wxPanel {
public:
    SyncPage(wxWindow* parent, const SyncLink& link, Background& background);

    void refresh();

    /// Starts a sync, unless one runs.
    void start();
    bool is_running() const { return progress_ != nullptr; }

    /// Gives the keyboard to what there is to press.
    void focus();

    /// What the last sync did or why it failed; empty before the first.
    wxString result() const;

    /// A sync ended, well or not.
    std::function<void()> on_done;

private:
    void add_line(wxSizer& grid, const char* label, wxStaticText*& value, const char* name);
    void enrol();
    void run(std::function<model::SyncResult(Progress&)> work);
    void finished(const wxString& sentence);
    void show_progress();

    const SyncLink& link_;
    Background& background_;
    wxStaticText* state_ = nullptr;
    wxStaticText* unsent_ = nullptr;
    wxStaticText* acknowledged_ = nullptr;
    wxStaticText* conflicts_ = nullptr;
    wxButton* sync_;
    wxButton* cancel_;
    wxButton* enrol_;
    wxGauge* gauge_;
    WrappedText* result_;
    wxTimer ticks_;
    std::shared_ptr<Progress> progress_; ///< of the running sync
    bool must_join_again_ = false;       ///< the county does not know this device any more
};

/// The last acknowledged sync as a clerk says it: a time, never, or not enrolled.
wxString acknowledged_text(const SyncStatus& status);

} // namespace views
