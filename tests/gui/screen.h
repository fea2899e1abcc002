#pragma once

#include <wx/string.h>

#include <string>
#include <vector>

class wxMenuBar;
class wxWindow;

namespace tests {

/// Everything that a window and all its visible parts say: titles, labels, hints, tips, choices,
/// heads of columns, tabs, tools and the parts of a status bar. Not what stands in lists and texts.
std::vector<wxString> said_by(const wxWindow& window);

/// The labels of all menus.
std::vector<wxString> said_by(const wxMenuBar& bar);

/// The English words in a text, as far as no clerk writes them so too (Excel, PDF, Ctrl+S, …).
std::vector<std::string> english_in(const wxString& text);

/// What screen readers hear of those parts of the window that the keyboard can reach: "role: name".
struct Spoken {
    std::string role;
    std::string name;
};
std::vector<Spoken> focusable_in(wxWindow& window);

bool has_chinese(const std::string& utf8);

} // namespace tests
