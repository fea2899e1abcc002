#pragma once

#include "views/import/import_draft.h"

#include <wx/panel.h>

#include <functional>

class wxChoice;
class wxFlexGridSizer;
class wxScrolledWindow;

namespace views {

class WrappedText;

/// Second page: which column of the sheet is which field of the register.
class ColumnsPage : public wxPanel {
public:
    ColumnsPage(wxWindow* parent, ImportDraft& draft);

    /// Shows the columns of the sheet that was looked at.
    void show();
    void focus();

    /// Whether any column means anything.
    bool may_go_on() const;

    std::function<void()> on_change;

private:
    void add_column(wxFlexGridSizer& grid, std::size_t column);
    void choose(std::size_t column, int choice);
    void show_advice();
    std::vector<std::string> fields_named_twice() const;
    wxString samples(std::size_t column) const;

    ImportDraft& draft_;
    WrappedText* advice_;
    wxScrolledWindow* list_;
    std::vector<wxChoice*> choices_;
};

} // namespace views
