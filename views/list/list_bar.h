#pragma once

#include "views/list/record_rows.h"
#include "views/list/view_box.h"

#include <wx/panel.h>

class wxBoxSizer;
class wxButton;
class wxSearchCtrl;
class wxStaticText;
class wxToggleButton;

namespace views {

/// What stands over a list: its name, how many records are shown of how many, the signs that rows
/// are hidden or have conflicts, its saved views and the quick filter.
class ListBar : public wxPanel {
public:
    ListBar(wxWindow* parent, const model::EntityDef& def, const model::Catalog& catalog,
        const Settings& settings);

    std::string typed() const;
    void type(const wxString& text); ///< without on_filter
    void focus_filter();

    ViewBox& views() { return *views_; }

    struct State {
        wxString counts;
        bool filtered = false;
        std::size_t conflicts = 0;
        std::size_t findings = 0;
        RowsQuery::Only only = RowsQuery::Only::all;
    };
    void show(const State& state);

    std::function<void()> on_filter;
    std::function<void()> on_show_all;
    std::function<void(RowsQuery::Only only)> on_only;
    std::function<void()> on_leave; ///< the keyboard is to go to the table

private:
    using Only = RowsQuery::Only;

    void make_switch(wxToggleButton& button, const char* name, const wxString& tip, Only only);
    bool update(wxToggleButton& button, const char* label, std::size_t count, bool pressed);
    void wire();
    void arrange();

    wxStaticText* counts_;
    wxButton* filtered_;        ///< shown while rows are hidden; shows them again
    wxToggleButton* conflicts_; ///< shown while there are any
    wxToggleButton* findings_;  ///< the same
    ViewBox* views_;
    wxSearchCtrl* filter_;
    wxBoxSizer* rows_;
    wxBoxSizer* signs_;
    wxBoxSizer* tools_;
};

} // namespace views
