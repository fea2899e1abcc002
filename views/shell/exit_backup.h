#pragma once

#include "views/shell/backup_link.h"
#include "views/widgets/background.h"

#include <wx/dialog.h>
#include <wx/timer.h>

#include <memory>

class wxButton;
class wxGauge;
class wxStaticText;

namespace views {

class WrappedText;

/// Backs the file up before it is closed. It closes by itself once that is done; the user may leave
/// without waiting, or stay. Its answer: wxID_OK to close the file, wxID_CANCEL to stay.
class ExitBackup : public wxDialog {
public:
    ExitBackup(wxWindow* parent, const BackupLink& link, Background& thread);
    ~ExitBackup() override;

    void start();
    bool is_running() const { return progress_ != nullptr; }

private:
    void lay_out();
    void ended(const wxString& problem);
    void end(int code);

    const BackupLink& link_;
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
