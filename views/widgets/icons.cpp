#include "views/widgets/icons.h"

#include "assets/assets.h"
#include "views/widgets/platform_look.h"

#include <wx/icon.h>
#include <wx/settings.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace views {

namespace {

constexpr std::string_view any_list = "list";
constexpr std::string_view colour_of_text = "currentColor";

bool is_drawn(const std::string& file)
{
    return std::ranges::find(assets::all(), file, &assets::Asset::name) != assets::all().end();
}

std::string file_of(std::string_view name)
{
    return "icons/" + std::string(name) + ".svg";
}

} // namespace

wxBitmapBundle icon(std::string_view name, int size, const wxColour& colour)
{
    const auto file = file_of(name);
    std::string drawing(assets::text(is_drawn(file) ? file : file_of(any_list)));
    // The reader of drawings knows no colour of the text around it.
    const auto paint =
        colour.IsOk() ? colour : wxSystemSettings::GetColour(wxSYS_COLOUR_WINDOWTEXT);
    if (const auto at = drawing.find(colour_of_text); at != std::string::npos)
        drawing.replace(
            at, colour_of_text.size(), paint.GetAsString(wxC2S_HTML_SYNTAX).utf8_string());
    const int side = static_cast<int>(std::lround(size * letter_ratio()));
    return wxBitmapBundle::FromSVG(drawing.c_str(), wxSize(side, side));
}

wxIconBundle program_icons()
{
    const auto drawing = std::string(assets::text("icons/hallkeeper.svg"));
    const auto bundle = wxBitmapBundle::FromSVG(drawing.c_str(), wxSize(32, 32));
    wxIconBundle icons;
    for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
        wxIcon one;
        one.CopyFromBitmap(bundle.GetBitmap({size, size}));
        icons.AddIcon(one);
    }
    return icons;
}

} // namespace views
