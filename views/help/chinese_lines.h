#pragma once

#include <wx/string.h>

namespace views {

/// Teaches wxWidgets' readers of HTML the element that with_chinese_lines() uses; those made before
/// do not learn it.
void teach_chinese_lines();

/// The same HTML with each Chinese character in an element of ours, before which wxWidgets may
/// break the line: of itself it breaks at blanks only, and a Chinese sentence has none. Closing
/// punctuation stays with the character before it, opening with the one behind.
wxString with_chinese_lines(const wxString& html);

} // namespace views
