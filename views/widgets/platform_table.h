#pragma once

#include <cstddef>
#include <functional>

class wxDataViewCtrl;
class wxListBox;

namespace views {

/// Calls `moved` with how many pixels of the table's left side are out of sight, each time that
/// changes: wxDataViewCtrl does not tell.
void watch_scrolling(wxDataViewCtrl& table, std::function<void(int left)> moved);

/// Brings that part of the table's width into sight.
void scroll_sideways(wxDataViewCtrl& table, int left, int right);

/// Leaves keys to the window that GTK's tables take for a search of their own: Ctrl+F and letters.
void leave_search(wxDataViewCtrl& table);

/// Paints all rows anew: they hold other words than before. GTK keeps what it painted even where it
/// is asked to paint the table around the rows.
void repaint_rows(wxDataViewCtrl& table);

/// How many rows a table is given at once, so that nobody waits for it: GTK walks through all of
/// them whenever they change.
std::size_t rows_at_once();

/// Whether a key or a click waits until the program has done what it does; never where a table
/// takes all its rows at once.
bool is_input_waiting();

/// How high a row of the list is, which has rows already.
int row_height(wxListBox& list);

} // namespace views
