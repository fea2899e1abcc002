#pragma once

#include "views/widgets/background.h"

#include <wx/dialog.h>
#include <wx/timer.h>

#include <functional>
#include <memory>

class wxButton;
class wxGauge;
class wxStaticText;

namespace views {

class WrappedText;

struct BackupLink;
struct SyncLink;

/// What is to be done before a file is closed. Its functions outlive the dialog that does it.
struct ExitTask {
    const char* name;  ///< of the dialog
    const char* title; ///< msgid

    /// A word on what goes on.
    std::function<wxString()> state;

    /// On a background thread; throws Error.
    std::function<void(Progress&)> run;

    /// What is still to be done though run() came to its end; empty for nothing.
    std::function<wxString()> left;

    /// msgid: says instead of `state` that it failed; none: `state` is still true.
    const char* failed = nullptr;

    const char* comfort; ///< msgid: what becomes of that
};

/// Sends what is not sent yet.
ExitTask sending(const SyncLink& link);

/// Copies the file.
ExitTask backing_up(const BackupLink& link);

/// Does it, and closes by itself once it is done; the user may leave without waiting, or stay. Its
/// answer: wxID_OK to close the file, wxID_CANCEL to stay.
class ExitWork : public wxDialog {
public:
    ExitWork(wxWindow* parent, ExitTask task, Background& thread);
    ~ExitWork() override;

    /// Begun by itself when the dialog is made; once more after it failed.
    void start();
    bool is_running() const { return progress_ != nullptr; }

private:
    void lay_out();
    void fit();
    void ended(const wxString& problem);
    void end(int code);

    ExitTask task_;
    Background& thread_;
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
