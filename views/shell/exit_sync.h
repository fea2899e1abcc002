#pragma once

#include "views/shell/sync_link.h"

#include <wx/dialog.h>
#include <wx/timer.h>

#include <memory>

class wxButton;
class wxGauge;
class wxStaticText;

namespace views {

class WrappedText;

/// Sends what is not sent yet before the file is closed. It closes by itself once all is sent; the
/// user may leave without waiting, or stay. Its answer: wxID_OK to close the file, wxID_CANCEL to
/// stay.
class ExitSync : public wxDialog {
public:
    ExitSync(wxWindow* parent, const SyncLink& link, Background& background);
    ~ExitSync() override;

    /// Sends; begun by itself when the dialog is made.
    void start();
    bool is_running() const { return progress_ != nullptr; }

private:
    void lay_out();
    void ended(const wxString& problem);
    void end(int code);

    const SyncLink& link_;
    Background& background_;
    std::shared_ptr<Progress> progress_;
    wxStaticText* state_;
    wxGauge* gauge_;
    WrappedText* problem_;
    wxButton* again_;
    wxButton* leave_;
    wxButton* stay_;
    wxTimer ticks_;
};

} // namespace views
