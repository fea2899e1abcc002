#pragma once

#include "views/list/view_box.h"

#include <wx/panel.h>

class wxButton;
class wxSearchCtrl;
class wxStaticText;
class wxToggleButton;

namespace views {

/// What stands over a list: its name, how many records are shown of how many, the signs that rows
/// are hidden or have conflicts, its saved views and the quick filter.
class ListBar : public wxPanel {
public:
    ListBar(wxWindow* parent, const model::EntityDef& def, const Settings& settings);

    std::string typed() const;
    void type(const wxString& text); ///< without on_filter
    void focus_filter();

    ViewBox& views() { return *views_; }

    struct State {
        wxString counts;
        bool filtered = false;
        std::size_t conflicts = 0;
        bool only_conflicting = false;
    };
    void show(const State& state);

    std::function<void()> on_filter;
    std::function<void()> on_show_all;
    std::function<void(bool only)> on_conflicting;
    std::function<void()> on_leave; ///< the keyboard is to go to the table

private:
    void wire();

    wxStaticText* counts_;
    wxButton* filtered_;          ///< shown while rows are hidden; shows them again
    wxToggleButton* conflicting_; ///< shown while there are conflicts
    ViewBox* views_;
    wxSearchCtrl* filter_;
};

} // namespace views
