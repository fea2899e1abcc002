#pragma once

#include <wx/dataview.h>
#include <wx/panel.h>

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace views {

/// The places of the main window: the registers by area, then sync and conflicts.
class Navigation : public wxPanel {
public:
    explicit Navigation(wxWindow* parent);

    /// Marks the page as the one shown, without on_choose.
    void mark(std::string_view page);

    bool has_keyboard() const;

    /// How many conflicts wait for a decision, beside their line.
    void show_conflicts(std::int64_t count);

    /// False: the window shows what it showed, and so does the mark.
    std::function<bool(const std::string& page)> on_choose;

private:
    void add_group(const wxString& label);
    void add_page(std::string_view page, const wxString& label);

    wxDataViewTreeCtrl* tree_;
    wxDataViewItem group_;
    std::map<std::string, wxDataViewItem, std::less<>> pages_;
    std::map<void*, std::string> names_;
    std::string marked_;
    std::int64_t conflicts_ = -1;
};

/// The pages that are no register.
constexpr std::string_view sync_page = "sync";
constexpr std::string_view conflicts_page = "conflicts";

/// All pages in the order of the navigation: what `--page` takes.
const std::vector<std::string_view>& page_names();

} // namespace views
