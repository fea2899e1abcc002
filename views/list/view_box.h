#pragma once

#include "views/list/saved_views.h"

#include <wx/choice.h>

#include <functional>
#include <memory>

class wxMenu;

namespace views {

/// The saved views of a list to be chosen from, and below them what saves and manages them.
class ViewBox : public wxChoice {
public:
    ViewBox(wxWindow* parent, const model::EntityDef& def, const model::Catalog& catalog,
        const Settings& settings);

    /// What the list shows now.
    std::function<ListView()> now;
    std::function<void(const ListView&)> on_choose;

    /// The view the list begins with, or nullptr.
    const ListView* first() const { return saved_.find(saved_.first()); }

    /// The list shows something else now: marks the view that it is, if any. Widths do not matter.
    void follow();

    /// The same choice as a menu, for the keyboard: an arrow in the box itself would choose at
    /// once.
    void open();
    std::unique_ptr<wxMenu> make_menu() const;

    /// Esc in the box: the keyboard is to go to the table.
    std::function<void()> on_leave;

    /// Saves what the list shows, under a name the user gives.
    void ask_save();
    void save(const std::string& name);

    /// Lets the user rename and delete views, and say which the list begins with.
    void ask_manage();

private:
    void fill();
    void chosen(int line);
    void on_key(wxKeyEvent& event);

    SavedViews saved_;
};

} // namespace views
