#include "views/widgets/line_height.h"

#include <wx/textctrl.h>

#include <algorithm>

namespace views {

namespace {

constexpr int above_and_below = 5;

} // namespace

int line_height(const wxTextCtrl& text)
{
    return std::max(text.GetBestSize().y, text.GetCharHeight() + text.FromDIP(above_and_below));
}

void keep_line_height(wxTextCtrl& text)
{
    text.SetMinSize({-1, line_height(text)});
}

} // namespace views
