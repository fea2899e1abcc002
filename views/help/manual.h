#pragma once

#include <wx/string.h>

#include <string>
#include <string_view>
#include <vector>

namespace views {

/// A page of the manual in the user's language.
struct ManualPage {
    std::string name; ///< "start", "list", …
    wxString title;
    wxString body; ///< HTML from its first heading on
};

/// The pages of what is shown elsewhere too.
constexpr std::string_view shortcuts_page = "keys";
constexpr std::string_view card_page = "card";

/// All pages in the order to read them. `shortcuts` is the HTML that the page of shortcuts shows.
std::vector<ManualPage> manual_pages(const wxString& shortcuts);

/// What a reader sees of HTML: no tags, each entity as its character, blanks as one.
wxString plain_text(const wxString& html);

/// How often the words stand in the page, large letters and small alike; 0 for no words. Where they
/// stand in its title it counts for a hundred.
int hits(const ManualPage& page, const wxString& words);

/// The body with the words marked wherever they stand, and an anchor "found" at the first.
wxString with_marks(const wxString& body, const wxString& words);

} // namespace views
