#include "views/dashboard/chart_canvas.h"

#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"

#include <wx/dcbuffer.h>
#include <wx/dcclient.h>
#include <wx/graphics.h>

#include <algorithm>
#include <memory>

namespace views {

namespace {

constexpr int scroll_step = 20; ///< in DIPs

std::optional<Step> step_of(int key)
{
    switch (key) {
    case WXK_LEFT:
    case WXK_NUMPAD_LEFT:
        return Step::left;
    case WXK_RIGHT:
    case WXK_NUMPAD_RIGHT:
        return Step::right;
    case WXK_UP:
    case WXK_NUMPAD_UP:
        return Step::up;
    case WXK_DOWN:
    case WXK_NUMPAD_DOWN:
        return Step::down;
    default:
        return std::nullopt;
    }
}

} // namespace

ChartCanvas::ChartCanvas(wxWindow* parent)
    : wxScrolledCanvas(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
        wxVSCROLL | wxWANTS_CHARS | wxFULL_REPAINT_ON_RESIZE)
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    ShowScrollbars(wxSHOW_SB_NEVER, wxSHOW_SB_ALWAYS);
    SetScrollRate(0, FromDIP(scroll_step));
    name_control(this, "charts", tr("Overview"));
    Bind(wxEVT_PAINT, &ChartCanvas::on_paint, this);
    Bind(wxEVT_KEY_DOWN, &ChartCanvas::on_key, this);
    Bind(wxEVT_MOTION, &ChartCanvas::on_motion, this);
    Bind(wxEVT_LEFT_DOWN, &ChartCanvas::on_click, this);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        arrange();
    });
    Bind(wxEVT_SYS_COLOUR_CHANGED, [this](wxSysColourChangedEvent& event) {
        event.Skip();
        build();
    });
    const auto draw_ring = [this](wxFocusEvent& event) {
        event.Skip();
        Refresh();
    };
    Bind(wxEVT_SET_FOCUS, draw_ring);
    Bind(wxEVT_KILL_FOCUS, draw_ring);
}

void ChartCanvas::show(std::shared_ptr<const model::Dashboard> dashboard)
{
    const std::string_view before = chart() ? chart()->name : "";
    dashboard_ = std::move(dashboard);
    const auto same = std::ranges::find(dashboard_->charts, before, &model::Chart::name);
    if (same == dashboard_->charts.end())
        current_ = {};
    else
        current_.chart = static_cast<std::size_t>(same - dashboard_->charts.begin());
    build();
}

void ChartCanvas::build()
{
    if (!dashboard_)
        return;
    board_ = std::make_unique<ChartBoard>(dashboard_->charts, ChartLook::on_screen(*this));
    SetBackgroundColour(board_->look().page);
    pointed_.reset();
    arranged_ = -1;
    arrange();
    if (board_->count() > 0) {
        const int last = static_cast<int>(board_->drawing(current_.chart).spots().size()) - 1;
        current_.mark = std::clamp(current_.mark, std::min(last, 0), last);
    }
    moved();
    Refresh();
}

void ChartCanvas::arrange()
{
    const int width = GetClientSize().x;
    if (!board_ || width == arranged_)
        return;
    arranged_ = width;
    wxClientDC dc(this);
    board_->lay_out(dc, width);
    SetVirtualSize(board_->size());
    Refresh();
}

const model::Chart* ChartCanvas::chart() const
{
    return board_ && board_->count() > 0 ? &board_->drawing(current_.chart).chart() : nullptr;
}

const model::ChartMark* ChartCanvas::mark() const
{
    return chart() && current_.mark >= 0
        ? &chart()->marks.at(static_cast<std::size_t>(current_.mark))
        : nullptr;
}

void ChartCanvas::go_to(std::string_view name, std::size_t head, std::size_t series)
{
    for (std::size_t i = 0; board_ && i < board_->count(); ++i) {
        const auto& drawing = board_->drawing(i);
        if (drawing.chart().name != name)
            continue;
        const auto mark = static_cast<int>(head * drawing.chart().series.size() + series);
        move({i, std::min(mark, static_cast<int>(drawing.spots().size()) - 1)});
    }
}

wxString ChartCanvas::spoken() const
{
    if (!chart())
        return {};
    const auto words = current_.mark >= 0 ? board_->drawing(current_.chart).spoken(current_.mark)
                                          : tr(chart()->why_empty);
    return tr("{1}: {2}", {from_wx(tr(chart()->title)), from_wx(words)});
}

void ChartCanvas::move(ChartBoard::At to)
{
    if (to == current_)
        return;
    current_ = to;
    reveal();
    moved();
    Refresh();
}

void ChartCanvas::moved()
{
    name_control(this, "charts", tr("Overview") + L"　" + spoken());
    if (on_move)
        on_move();
}

/// Scrolls so that the chart is seen, or of one that is higher than the window the mark.
void ChartCanvas::reveal()
{
    const int unit = FromDIP(scroll_step);
    const int height = GetClientSize().y;
    auto wanted = board_->place(current_.chart);
    if (wanted.height > height)
        wanted = board_->spot(current_.chart, current_.mark);
    const int top = GetViewStart().y * unit;
    if (wanted.y < top)
        Scroll(-1, wanted.y / unit);
    else if (wanted.GetBottom() > top + height)
        Scroll(-1, (wanted.GetBottom() - height) / unit + 1);
}

void ChartCanvas::on_paint(wxPaintEvent&)
{
    wxAutoBufferedPaintDC dc(this);
    dc.SetBackground(wxBrush(GetBackgroundColour()));
    dc.Clear();
    if (!board_)
        return;
    const std::unique_ptr<wxGraphicsContext> gc(wxGraphicsContext::Create(dc));
    const int top = CalcUnscrolledPosition({0, 0}).y;
    gc->Translate(0, -top);
    board_->draw(
        *gc, HasFocus() ? std::optional(current_) : std::nullopt, top, top + GetClientSize().y);
}

void ChartCanvas::on_key(wxKeyEvent& event)
{
    const int key = event.GetKeyCode();
    if (key == WXK_TAB && !event.ControlDown()) {
        Navigate(
            event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
        return;
    }
    if (!board_ || board_->count() == 0)
        return event.Skip();
    if (key == 'C' && event.GetModifiers() == wxMOD_CONTROL)
        return on_copy();
    if (event.HasAnyModifiers())
        return event.Skip();
    if (key == WXK_RETURN || key == WXK_NUMPAD_ENTER)
        return on_open();
    if (const auto step = step_of(key))
        return move(board_->beside(current_, *step));
    if (key == WXK_PAGEDOWN || key == WXK_PAGEUP)
        return move(board_->next_chart(current_, key == WXK_PAGEDOWN));
    if (key == WXK_HOME || key == WXK_END) {
        const int last = static_cast<int>(board_->drawing(current_.chart).spots().size()) - 1;
        return move({current_.chart, key == WXK_HOME ? std::min(last, 0) : last});
    }
    event.Skip();
}

void ChartCanvas::on_motion(wxMouseEvent& event)
{
    event.Skip();
    if (!board_)
        return;
    const auto at = board_->hit(CalcUnscrolledPosition(event.GetPosition()));
    if (at == pointed_)
        return;
    pointed_ = at;
    const bool is_mark = at && at->mark >= 0;
    SetCursor(is_mark ? wxCursor(wxCURSOR_HAND) : wxNullCursor);
    if (is_mark)
        SetToolTip(board_->drawing(at->chart).spoken(at->mark));
    else
        UnsetToolTip();
}

void ChartCanvas::on_click(wxMouseEvent& event)
{
    SetFocus();
    if (!board_)
        return;
    const auto at = board_->hit(CalcUnscrolledPosition(event.GetPosition()));
    if (!at)
        return;
    const bool has_marks = !board_->drawing(at->chart).spots().empty();
    move({at->chart, at->mark < 0 && has_marks ? 0 : at->mark});
    if (at->mark >= 0)
        on_open();
}

} // namespace views
