#pragma once

#include <wx/stattext.h>

namespace views {

/// A sentence that takes as many lines as its width needs. wxStaticText breaks at blanks only, and
/// a Chinese sentence has none. Empty text takes no room.
class WrappedText : public wxStaticText {
public:
    explicit WrappedText(wxWindow* parent);

    void show(const wxString& text);

    /// Breaks the lines anew for that many pixels; tells whether they changed.
    bool wrap(int width);

    const wxString& text() const { return text_; }

private:
    wxString text_;
    int width_ = 0;
};

/// The text with line breaks so that no line is wider than `width` pixels in the window's font:
/// between any two Chinese characters, or at blanks; never before closing punctuation.
wxString wrapped(const wxWindow& window, const wxString& text, int width);

} // namespace views
