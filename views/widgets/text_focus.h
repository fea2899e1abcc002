#pragma once

class wxTextCtrl;

namespace views {

/// Nothing looks selected in the text once the keyboard is elsewhere in the window: GTK leaves it
/// as it was, and two fields seem to have the keyboard.
void unselect_when_left(wxTextCtrl& text);

} // namespace views
