#pragma once

#include "model/store/search.h"
#include "views/widgets/background.h"

#include <wx/dialog.h>

#include <functional>
#include <string>
#include <vector>

class wxDataViewEvent;
class wxDataViewListCtrl;
class wxStaticText;
class wxTextCtrl;

namespace views {

/// The search over everything: one text and, while it is typed, the records found, by register. Up
/// and Down choose, Enter opens, Esc closes; the keyboard stays in the text, so that input methods
/// are not disturbed.
class SearchBox : public wxDialog {
public:
    using Find = std::function<std::vector<model::Hit>(const std::string& typed)>;

    /// `find` is called on the thread; without one, while the user types.
    SearchBox(wxWindow* parent, Find find, Background* thread);

    /// Comes up ready to be typed into, with what was found last.
    void appear();

    const std::vector<model::Hit>& hits() const { return hits_; }

    /// Opens the record of the chosen line.
    void accept();

    /// What Enter does: the same, or with the first line of what is still being searched for, as
    /// soon as it is there.
    void enter();

    std::function<void(const model::EntityDef& def, const model::Uuid& id)> on_open;

private:
    void typed();
    void look();
    void show(const std::vector<model::Hit>& hits);
    void say(const wxString& text);
    void key(wxKeyEvent& event);
    void step(int lines);

    Find find_;
    Background* thread_;
    std::string wanted_;
    bool is_looking_ = false;
    bool opens_first_ = false; ///< Enter was pressed while it searched
    std::vector<model::Hit> hits_;
    wxTextCtrl* text_;
    wxDataViewListCtrl* list_;
    wxStaticText* message_;
};

} // namespace views
