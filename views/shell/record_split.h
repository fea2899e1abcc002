#pragma once

#include <wx/splitter.h>

#include <functional>

namespace views {

/// A list and the form of what is chosen in it: side by side in a wide window, else the list over
/// the form. Where the window is too low for both, the one with the keyboard has the room, and of
/// the other only its upper edge stays. What the user dragged stays until one way becomes another.
class RecordSplit : public wxSplitterWindow {
public:
    explicit RecordSplit(wxWindow* parent);

    /// The upper edges are what always stays to be seen: `bar` is the height of the list's, `head`
    /// the window of the form's, whose buttons do not count as the form's having the keyboard.
    void hold(wxWindow* list, std::function<int()> bar, wxWindow* form, const wxWindow* head);

    /// For the size it has now.
    void arrange();

    /// Whether only one of them has room, and whether that is the form.
    bool is_low() const { return is_low_; }
    bool is_at_form() const { return is_at_form_; }

private:
    void follow(const wxWindow* focused);
    void give_room();

    std::function<int()> bar_;
    const wxWindow* head_ = nullptr;
    bool is_split_ = false;
    bool is_low_ = false;
    bool is_at_form_ = false;
};

} // namespace views
