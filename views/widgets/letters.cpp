#include "views/widgets/letters.h"

#include "views/widgets/platform_look.h"

#include <wx/display.h>

#include <cmath>

namespace views {

int word_width(const wxWindow& window, int dips)
{
    // -1 leaves a size to the control, with any letters.
    return dips < 0 ? dips : static_cast<int>(std::lround(window.FromDIP(dips) * letter_ratio()));
}

wxSize word_size(const wxWindow& window, wxSize dips)
{
    return {word_width(window, dips.x), word_width(window, dips.y)};
}

wxSize dialog_size(const wxWindow& window, wxSize dips)
{
    const int screen = wxDisplay::GetFromWindow(window.GetParent() ? window.GetParent() : &window);
    auto size = word_size(window, dips);
    size.DecTo(wxDisplay(screen == wxNOT_FOUND ? 0u : static_cast<unsigned>(screen))
                   .GetClientArea()
                   .GetSize()
        - window.FromDIP(wxSize(40, 60)));
    return size;
}

int dips_of_words(const wxWindow& window, int pixels)
{
    return static_cast<int>(std::lround(window.ToDIP(pixels) / letter_ratio()));
}

} // namespace views
