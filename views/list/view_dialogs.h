#pragma once

#include "views/list/saved_views.h"

#include <wx/dialog.h>

class wxListBox;

namespace views {

/// Asks for the name of a view; nothing if the user thinks better of it.
std::optional<std::string> ask_view_name(
    wxWindow* parent, const wxString& title, const std::string& name);

/// The saved views of a list, to be renamed, deleted, or made what the list begins with.
class ViewsDialog : public wxDialog {
public:
    ViewsDialog(wxWindow* parent, SavedViews& saved);

private:
    void fill(const std::string& chosen);
    std::string chosen() const;
    void rename();
    void remove();
    void begin_with();

    SavedViews& saved_;
    wxListBox* list_;
};

void manage_views(wxWindow* parent, SavedViews& saved);

} // namespace views
