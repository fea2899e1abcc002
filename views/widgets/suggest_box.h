#pragma once

#include "model/base/uuid.h"

#include <wx/panel.h>

#include <functional>
#include <vector>

class wxButton;
class wxListBox;
class wxPopupWindow;
class wxTextCtrl;

namespace views {

/// One line of the list under a SuggestBox.
struct Suggestion {
    model::Uuid id;
    wxString text;   ///< what the box shows when it is taken
    wxString detail; ///< what tells it from another of that text; may be empty

    /// A line that does something instead ("New unit…"): what was typed stays in the text.
    bool acts = false;
};

/// A text in which words are typed and a list of what they may mean drops down under it. The first
/// line is chosen where the words leave no doubt; Up and Down choose another, Enter and Tab take,
/// Esc closes the list; the keyboard stays in the text, so that input
/// methods are not disturbed.
class SuggestBox : public wxPanel {
public:
    /// What to offer for the typed words, best first; everything where they are empty.
    using Find = std::function<std::vector<Suggestion>(const wxString& typed)>;

    SuggestBox(wxWindow* parent, Find find);
    ~SuggestBox() override;

    wxTextCtrl* text() const { return text_; }

    /// Shows the text without on_type or on_take.
    void show(const wxString& text);

    void allow(bool allowed);

    std::function<void()> on_type;
    std::function<void(const Suggestion&)> on_take;
    std::function<void()> on_enter; ///< after Enter, and after on_take where it took a line
    std::function<void()> on_leave; ///< the keyboard went elsewhere

    /// The lines offered now; empty while the list is closed.
    const std::vector<Suggestion>& offered() const { return offered_; }

    bool is_open() const;
    void open();
    void close();

private:
    void typed();
    void key(wxKeyEvent& event);
    void choose(int line);
    int likeliest() const;
    void accept();
    void take(int line);

    Find find_;
    std::vector<Suggestion> offered_;
    bool is_typed_ = false; ///< words to look for, not what stood there before
    int chosen_ = -1;       ///< GTK's list thinks up a selection of its own when it appears
    wxTextCtrl* text_;
    wxButton* drop_;
    wxPopupWindow* popup_;
    wxListBox* list_;
};

} // namespace views
