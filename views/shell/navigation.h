#pragma once

#include "views/shell/page_table.h"

#include <wx/dataview.h>
#include <wx/panel.h>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace views {

/// The places of the main window: what is to be done, the registers by area, then sync, conflicts
/// and recycle bin.
class Navigation : public wxPanel {
public:
    explicit Navigation(wxWindow* parent);

    /// Shows his pages from now on.
    void show(const Viewer& viewer);

    /// Marks the page as the one shown, without on_choose.
    void mark(std::string_view page);

    bool has_keyboard() const;

    /// How much waits there, beside the page's line; nothing for 0.
    void show_count(std::string_view page, std::int64_t count);

    /// False: the window shows what it showed, and so does the mark.
    std::function<bool(const std::string& page)> on_choose;

private:
    void add_page(const wxDataViewItem& group, std::string_view page, const wxString& label);

    wxDataViewTreeCtrl* tree_;
    std::optional<Viewer> viewer_;
    std::map<std::string, wxDataViewItem, std::less<>> pages_;
    std::map<void*, std::string> names_;
    std::string marked_;
    std::map<std::string, std::int64_t, std::less<>> counts_;
};

} // namespace views
