#pragma once

#include "views/shell/sync_link.h"

#include <wx/panel.h>

class wxCheckBox;
class wxSpinCtrl;

namespace views {

/// When the program syncs by itself; what is set counts at once.
class ScheduleSettings : public wxPanel {
public:
    ScheduleSettings(wxWindow* parent, const SyncLink& link);

    void refresh();

    std::function<void()> on_change;

private:
    void add_row(wxSizer& rows, wxCheckBox*& box, wxSpinCtrl** minutes, const char* label,
        const char* behind, const char* name);
    void take();

    const SyncLink& link_;
    wxCheckBox* at_start_ = nullptr;
    wxSpinCtrl* delay_ = nullptr;
    wxCheckBox* when_idle_ = nullptr;
    wxSpinCtrl* idle_ = nullptr;
    wxCheckBox* on_exit_ = nullptr;
};

} // namespace views
