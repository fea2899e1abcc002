#pragma once

#include "views/shell/backup_link.h"

#include <wx/dialog.h>

class wxCheckBox;
class wxSizer;
class wxSpinCtrl;
class wxTextCtrl;

namespace views {

class WrappedText;

/// Asks where the copies go, how many stay, when they are made and from when on they are too old.
class BackupSettingsDialog : public wxDialog {
public:
    BackupSettingsDialog(wxWindow* parent, const BackupLink& link);

    /// What is in the fields now.
    model::BackupSettings chosen() const;

private:
    void add_folder(wxSizer& grid, wxTextCtrl*& text, const char* label, const char* name,
        const std::string& now, const char* hint);
    void add_number(wxSizer& row, wxSpinCtrl*& spin, const char* label, const char* name, int now);
    void choose_folder(wxTextCtrl& text);
    void take();
    void offer_folder(const std::string& folder, const std::string& before);

    const BackupLink& link_;
    wxTextCtrl* first_ = nullptr;
    wxTextCtrl* second_ = nullptr;
    wxSpinCtrl* days_ = nullptr;
    wxSpinCtrl* weeks_ = nullptr;
    wxSpinCtrl* months_ = nullptr;
    wxSpinCtrl* most_ = nullptr; ///< megabytes
    wxSpinCtrl* first_days_ = nullptr;
    wxSpinCtrl* second_days_ = nullptr;
    wxCheckBox* daily_ = nullptr;
    wxCheckBox* on_exit_ = nullptr;
    WrappedText* problem_;
};

} // namespace views
