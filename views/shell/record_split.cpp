#include "views/shell/record_split.h"

#include "views/widgets/letters.h"

#include <algorithm>
#include <utility>

namespace views {

namespace {

constexpr int side_by_side = 960; ///< from that many DIPs on
constexpr int narrowest = 240;
constexpr int form_width = 380; ///< what an ID number has room in
constexpr int lowest = 24;      ///< lines of text that both have room in, one over the other
constexpr int least = 2;        ///< lines of either

bool is_in(const wxWindow* window, const wxWindow* whole)
{
    while (window && window != whole)
        window = window->GetParent();
    return window != nullptr;
}

} // namespace

RecordSplit::RecordSplit(wxWindow* parent)
    : wxSplitterWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxSP_LIVE_UPDATE)
{
    SetMinimumPaneSize(word_width(*this, narrowest));
    Bind(wxEVT_CHILD_FOCUS, [this](wxChildFocusEvent& event) {
        event.Skip();
        follow(event.GetWindow());
    });
}

void RecordSplit::hold(
    wxWindow* list, std::function<int()> bar, wxWindow* form, const wxWindow* head)
{
    bar_ = std::move(bar);
    head_ = head;
    SplitVertically(list, form);
}

void RecordSplit::arrange()
{
    const auto size = GetClientSize();
    if (size.x < word_width(*this, narrowest))
        return;
    const auto mode = size.x >= FromDIP(side_by_side) ? wxSPLIT_VERTICAL : wxSPLIT_HORIZONTAL;
    const bool is_beside = mode == wxSPLIT_VERTICAL;
    const bool is_low = !is_beside && size.y < GetCharHeight() * lowest;
    if (is_split_ && GetSplitMode() == mode && is_low == is_low_)
        return give_room();
    is_split_ = true;
    is_low_ = is_low;
    SetMinimumPaneSize(is_beside ? word_width(*this, narrowest) : GetCharHeight() * least);
    SetSplitMode(mode);
    SetSashGravity(is_beside ? 1.0 : 0.5);
    const int beside = std::min(size.x * 55 / 100, size.x - word_width(*this, form_width));
    SetSashPosition(is_beside ? beside : size.y * 42 / 100);
    give_room();
}

void RecordSplit::follow(const wxWindow* focused)
{
    const bool is_at_form = is_in(focused, GetWindow2());
    if (is_at_form == is_at_form_ || is_in(focused, head_))
        return;
    is_at_form_ = is_at_form;
    // The click that brought the keyboard here shall come to its end where it was made.
    CallAfter([this] { give_room(); });
}

void RecordSplit::give_room()
{
    if (!is_low_ || !bar_)
        return;
    const int head = head_->GetBestSize().y + 2 * head_->GetPosition().y;
    SetSashPosition(is_at_form_ ? bar_() : GetClientSize().y - GetSashSize() - head);
}

} // namespace views
