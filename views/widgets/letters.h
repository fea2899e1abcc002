#pragma once

#include <wx/window.h>

namespace views {

/// So many DIPs for a window whose letters have the usual size, and as much more in pixels as they
/// are larger: for what is as wide as words.
int word_width(const wxWindow& window, int dips);
wxSize word_size(const wxWindow& window, wxSize dips);

/// The same for a dialog: no larger than the screen leaves room for beside a frame and a title bar.
wxSize dialog_size(const wxWindow& window, wxSize dips);

/// The DIPs from which word_width() makes so many pixels.
int dips_of_words(const wxWindow& window, int pixels);

} // namespace views
