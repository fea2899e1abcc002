#pragma once

#include <functional>

class wxTextCtrl;

namespace views {

/// Nothing looks selected in the text once the keyboard is elsewhere in the window: GTK leaves it
/// as it was, and two fields seem to have the keyboard.
void unselect_when_left(wxTextCtrl& text);

/// In the filter over a table, Down and Esc go on to the table; Esc empties it before.
void lead_to_table(wxTextCtrl& filter, std::function<void()> focus_table);

} // namespace views
