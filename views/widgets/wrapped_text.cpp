#include "views/widgets/wrapped_text.h"

#include <wx/dcclient.h>

namespace views {

namespace {

constexpr int narrowest = 80; ///< DIPs of a line; a window that is not laid out yet has none

bool is_closing(wxUniChar c)
{
    static const wxString closing = L"，。、；：？！）》”’」,.;:?!)";
    return closing.find(c) != wxString::npos;
}

bool is_cjk(wxUniChar c)
{
    return c.GetValue() >= 0x2E80;
}

bool may_break_before(const wxString& text, std::size_t i)
{
    if (i == 0 || is_closing(text[i]))
        return false;
    return text[i - 1] == ' ' || is_cjk(text[i]) || is_cjk(text[i - 1]);
}

} // namespace

wxString wrapped(const wxWindow& window, const wxString& text, int width)
{
    wxClientDC dc(const_cast<wxWindow*>(&window));
    dc.SetFont(window.GetFont());
    wxArrayInt ends;
    if (!dc.GetPartialTextExtents(text, ends))
        return text;
    wxString lines;
    std::size_t start = 0;
    std::size_t breakable = 0;
    for (std::size_t i = 0; i < text.length(); ++i) {
        if (may_break_before(text, i))
            breakable = i;
        const int before = start == 0 ? 0 : ends[start - 1];
        if (text[i] == '\n') {
            breakable = i + 1;
        } else if (ends[i] - before <= width || breakable <= start) {
            continue;
        }
        lines += wxString(text.substr(start, breakable - start)).Trim() + '\n';
        start = breakable;
    }
    return lines + text.substr(start);
}

WrappedText::WrappedText(wxWindow* parent) : wxStaticText(parent, wxID_ANY, {})
{
    Hide();
}

void WrappedText::show(const wxString& text)
{
    if (text == text_)
        return;
    text_ = text;
    SetLabelText(width_ > 0 ? wrapped(*this, text_, width_) : text_);
    Show(!text_.empty());
}

bool WrappedText::wrap(int width)
{
    if (width == width_ || width < FromDIP(narrowest))
        return false;
    width_ = width;
    if (text_.empty())
        return false;
    const auto before = GetLabelText();
    SetLabelText(wrapped(*this, text_, width_));
    return GetLabelText() != before;
}

} // namespace views
