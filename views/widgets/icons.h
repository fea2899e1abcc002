#pragma once

#include <wx/bmpbndl.h>
#include <wx/colour.h>
#include <wx/iconbndl.h>

#include <string_view>

namespace views {

/// The line drawing assets/icons/NAME.svg in that colour (that of text if none is given), as sharp
/// as the screen, `size` DIPs high and wide beside letters of the usual size. A name without a
/// drawing has the one of lists.
wxBitmapBundle icon(std::string_view name, int size, const wxColour& colour = {});

/// Beside a menu's or a tool's words, and beside a line of the navigation.
constexpr int tool_icon = 22;
constexpr int line_icon = 16;

/// What the system shows for the program: in title bars, lists of windows and on the desktop.
wxIconBundle program_icons();

} // namespace views
