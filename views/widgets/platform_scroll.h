#pragma once

#include <functional>

class wxDataViewCtrl;

namespace views {

/// Calls `moved` with how many pixels of the table's left side are out of sight, each time that
/// changes: wxDataViewCtrl does not tell.
void watch_scrolling(wxDataViewCtrl& table, std::function<void(int left)> moved);

/// Brings that part of the table's width into sight.
void scroll_sideways(wxDataViewCtrl& table, int left, int right);

} // namespace views
