#pragma once

#include "views/help/manual.h"

#include <wx/dialog.h>

#include <string_view>
#include <vector>

class wxHtmlWindow;
class wxListBox;
class wxSearchCtrl;

namespace views {

/// The manual: its pages at the left, found by words, the chosen one beside them. Up and Down in
/// the list go from page to page, PgUp and PgDn leaf through the shown one, Esc closes.
class HelpWindow : public wxDialog {
public:
    /// `shortcuts` is what the page of shortcuts shows, as HTML.
    HelpWindow(wxWindow* parent, const wxString& shortcuts);

    /// Shows the page of that name; the first where there is none.
    void show_page(std::string_view name);

    /// Leaves the pages in which the words stand, the best first; all pages for no words.
    void search(const wxString& words);

    const ManualPage& page() const { return pages_.at(shown_); }

    /// Writes the page as A4 PDF and tells how many sheets. Throws Error where it cannot be
    /// written.
    int save_pdf(const wxString& path) const;

private:
    wxSizer* make_left();
    wxSizer* make_buttons();
    void wire();
    void list_pages();
    void show_chosen();
    void leaf(int key);
    void ask_pdf();
    void print();
    wxString styled(const wxString& body) const;

    std::vector<ManualPage> pages_;
    std::vector<std::size_t> listed_; ///< places in pages_
    std::size_t shown_ = 0;
    wxString words_;
    wxSearchCtrl* search_;
    wxListBox* list_;
    wxHtmlWindow* text_;
};

} // namespace views
