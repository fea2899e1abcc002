#include "views/dashboard/chart_look.h"

#include "views/widgets/letters.h"

#include <wx/settings.h>
#include <wx/window.h>

#include <cmath>

namespace views {

namespace {

wxColour mixed(const wxColour& front, const wxColour& back, double share)
{
    const auto mix = [share](unsigned char a, unsigned char b) {
        return wxColour::AlphaBlend(a, b, share);
    };
    return {mix(front.Red(), back.Red()), mix(front.Green(), back.Green()),
        mix(front.Blue(), back.Blue())};
}

ChartLook letters_of(const wxWindow& window)
{
    constexpr double small_letters = 0.9;
    constexpr int measure = 100;
    ChartLook look;
    look.font = window.GetFont();
    look.bold = look.font.Bold();
    look.small = look.font.Scaled(small_letters);
    look.ratio = word_width(window, measure) / double(measure);
    return look;
}

void take_colours(ChartLook& look, const wxColour& text, const wxColour& card, bool is_dark)
{
    constexpr double faint = 0.68;
    constexpr double border = 0.22;
    constexpr double page = 0.04;
    look.text = text;
    look.card = card;
    look.page = mixed(text, card, page);
    look.border = mixed(text, card, border);
    look.faint = mixed(text, card, faint);
    look.first = is_dark ? wxColour(110, 168, 232) : wxColour(36, 99, 170);
    look.second = is_dark ? wxColour(240, 170, 96) : wxColour(178, 88, 16);
    look.alarm = is_dark ? wxColour(255, 128, 118) : wxColour(184, 28, 28);
    look.focus = is_dark ? wxColour(255, 214, 102) : wxColour(176, 0, 92);
}

} // namespace

ChartLook ChartLook::on_screen(const wxWindow& window)
{
    auto look = letters_of(window);
    take_colours(look, wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT),
        wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOW),
        wxSystemSettings::GetAppearance().IsDark());
    return look;
}

ChartLook ChartLook::on_paper(const wxWindow& window)
{
    auto look = letters_of(window);
    take_colours(look, *wxBLACK, *wxWHITE, false);
    look.page = *wxWHITE;
    return look;
}

wxColour ChartLook::tint(const wxColour& colour, double share) const
{
    return mixed(colour, card, share);
}

int ChartLook::px(int dips) const
{
    return static_cast<int>(std::lround(dips * ratio));
}

} // namespace views
