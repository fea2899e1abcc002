#pragma once

#include <functional>
#include <string>
#include <string_view>

class wxFrame;
class wxMenu;
class wxTopLevelWindow;
class wxWindow;

namespace views {

/// Appends the commands of the manual to the menu Help.
void append_help_menu(wxMenu& menu);

/// Lets the frame do what these commands ask for. `page` names the page shown, as page_names() do.
void bind_help_menu(wxFrame& frame, std::function<std::string()> page);

/// F1 in a dialog opens the manual at that page over it. The parent of all is the frame with the
/// menus.
void offer_help(wxTopLevelWindow& dialog, std::string_view manual_page);

/// The page of the manual for a page of the main window: that of forms where the keyboard is in
/// one, that of lists elsewhere in a register.
std::string_view manual_page_of(std::string_view page, const wxWindow* focus);

} // namespace views
