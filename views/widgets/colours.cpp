#include "views/widgets/colours.h"

#include <wx/settings.h>
#include <wx/window.h>

namespace views {

wxColour colour_of(model::Level level)
{
    const bool dark = wxSystemSettings::GetAppearance().IsDark();
    switch (level) {
    case model::Level::refuse:
        return dark ? wxColour(255, 128, 118) : wxColour(184, 28, 28);
    case model::Level::warn:
        return dark ? wxColour(255, 190, 92) : wxColour(148, 84, 0);
    case model::Level::remind:
        return dark ? wxColour(138, 190, 255) : wxColour(24, 90, 157);
    }
    return wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT);
}

wxColour background_of(model::Level level)
{
    const auto colour = colour_of(level);
    const auto window = wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW);
    constexpr double share = 0.15;
    const auto mix = [](unsigned char a, unsigned char b) {
        return wxColour::AlphaBlend(a, b, share);
    };
    return {mix(colour.Red(), window.Red()), mix(colour.Green(), window.Green()),
        mix(colour.Blue(), window.Blue())};
}

void look_locked(wxWindow& text, bool locked)
{
    const auto colour = [&](wxSystemColour which) {
        return locked ? wxSystemSettings::GetColour(which) : wxNullColour;
    };
    text.SetForegroundColour(colour(wxSYS_COLOUR_GRAYTEXT));
    text.SetBackgroundColour(colour(wxSYS_COLOUR_BTNFACE));
    text.Refresh();
}

} // namespace views
