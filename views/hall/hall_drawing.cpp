#include "views/hall/hall_drawing.h"

#include "views/dashboard/chart_drawing.h"
#include "views/hall/floor_picture.h"
#include "views/widgets/tr.h"

#include <wx/brush.h>
#include <wx/graphics.h>
#include <wx/pen.h>

#include <algorithm>
#include <cmath>

namespace views {

namespace {

constexpr int padding = 3; ///< in DIPs

bool has(const model::PlanWindow& window, model::PlanState state)
{
    return std::ranges::find(window.states, state) != window.states.end();
}

/// Behind a window: what is out of use is grey, what has nobody red, what else is amiss yellow. The
/// letters say which.
wxColour ground_of(const model::PlanWindow& window, const ChartLook& look)
{
    if (has(window, model::PlanState::shut))
        return look.border;
    if (has(window, model::PlanState::unmanned))
        return look.tint(look.alarm);
    return window.states.empty() ? look.card : look.tint(look.second);
}

/// How high letters are drawn at the context's font.
int letter_height(wxGraphicsContext& gc, const wxFont& font, const wxColour& colour)
{
    gc.SetFont(font, colour);
    double height = 0;
    gc.GetTextExtent(L"汉X", nullptr, &height);
    return static_cast<int>(std::ceil(height));
}

wxSize extent(wxGraphicsContext& gc, const wxString& text, const wxFont& font)
{
    gc.SetFont(font, *wxBLACK);
    double width = 0;
    double height = 0;
    gc.GetTextExtent(text, &width, &height);
    return {static_cast<int>(std::ceil(width)), static_cast<int>(std::ceil(height))};
}

/// The letters as large as they are, or as small as the number needs to stand there whole, with
/// `below` pixels of other letters under it.
double share_that_fits(wxSize number, int below, wxSize room)
{
    return std::min({1.0, static_cast<double>(room.x) / std::max(number.x, 1),
        static_cast<double>(room.y) / std::max(number.y + below, 1)});
}

constexpr double least_share = 0.55; ///< smaller letters are not read beside others
constexpr double smallest_share = 0.2;

} // namespace

double HallDrawing::depth() const
{
    return under_.picture ? under_.picture->depth() : floor_depth;
}

void HallDrawing::lay_out(int width)
{
    size_ = {std::max(width, 1), std::max(static_cast<int>(std::lround(width * depth())), 1)};
}

wxRect HallDrawing::rect_of(const model::PlanArea& area) const
{
    const auto along = [](std::int64_t part, int whole) {
        return static_cast<int>(part * whole / model::whole_floor);
    };
    const int x = along(area.x, size_.x);
    const int y = along(area.y, size_.y);
    return {
        x, y, along(area.x + area.width, size_.x) - x, along(area.y + area.height, size_.y) - y};
}

wxPoint HallDrawing::on_floor(wxPoint pixels) const
{
    const auto along = [](int part, int whole) {
        return static_cast<int>(
            std::lround(static_cast<double>(part) * model::whole_floor / std::max(whole, 1)));
    };
    return {along(pixels.x, size_.x), along(pixels.y, size_.y)};
}

const model::PlanWindow* HallDrawing::hit(wxPoint point) const
{
    const model::PlanWindow* found = nullptr; // what is drawn last lies uppermost
    for (const auto& window : plan_.windows)
        if (window.area && rect_of(*window.area).Contains(point))
            found = &window;
    return found;
}

void HallDrawing::draw(wxGraphicsContext& gc, const Shown& shown) const
{
    gc.SetPen(wxPen(look_.faint, std::max(look_.px(2), 2)));
    gc.SetBrush(wxBrush(look_.page));
    gc.DrawRectangle(1, 1, size_.x - 2, size_.y - 2);
    if (under_.picture) {
        under_.picture->draw(gc, size_, look_.page, under_.paleness);
        gc.SetBrush(*wxTRANSPARENT_BRUSH);
        gc.DrawRectangle(1, 1, size_.x - 2, size_.y - 2);
    }
    for (const auto& window : plan_.windows)
        if (window.area && window.id != shown.dragged)
            draw_window(gc, window, rect_of(*window.area));
    if (const auto* dragged = plan_.find(shown.dragged))
        draw_window(gc, *dragged, rect_of(shown.dragged_to));
    const auto* current = plan_.find(shown.current);
    if (!current || !current->area)
        return;
    auto frame = rect_of(current->id == shown.dragged ? shown.dragged_to : *current->area);
    frame.Inflate(look_.px(padding) / 2);
    gc.SetBrush(*wxTRANSPARENT_BRUSH);
    gc.SetPen(wxPen(look_.focus, std::max(look_.px(2), 2)));
    gc.DrawRoundedRectangle(frame.x, frame.y, frame.width, frame.height, look_.px(padding));
}

void HallDrawing::draw_window(
    wxGraphicsContext& gc, const model::PlanWindow& window, const wxRect& rect) const
{
    const bool is_shut = has(window, model::PlanState::shut);
    gc.SetPen(wxPen(is_shut ? look_.faint : look_.first, 1,
        is_shut ? wxPENSTYLE_SHORT_DASH : wxPENSTYLE_SOLID));
    gc.SetBrush(wxBrush(ground_of(window, look_)));
    gc.DrawRoundedRectangle(
        rect.x + 0.5, rect.y + 0.5, rect.width - 1, rect.height - 1, look_.px(padding));
    auto inner = rect;
    inner.Deflate(look_.px(padding), look_.px(padding) / 2);
    if (inner.width <= 0 || inner.height <= 0)
        return;
    gc.PushState();
    gc.Clip(rect.x, rect.y, rect.width, rect.height);
    const auto text = to_wx(window.number);
    const auto whole = extent(gc, text, look_.bold);
    const int boxes = window.states.empty() ? 0 : letter_height(gc, look_.small, look_.text);
    // The number before all else: the letters go, then it shrinks as far as it must.
    double share = share_that_fits(whole, boxes, inner.GetSize());
    const bool has_letters = boxes > 0 && share >= least_share;
    if (!has_letters)
        share = std::max(share_that_fits(whole, 0, inner.GetSize()), smallest_share);
    const auto bold = share < 1 ? look_.bold.Scaled(static_cast<float>(share)) : look_.bold;
    const auto small = share < 1 ? look_.small.Scaled(static_cast<float>(share)) : look_.small;
    const auto number = extent(gc, text, bold);
    gc.SetFont(bold, look_.text);
    gc.DrawText(text, inner.x, inner.y);
    const int height = letter_height(gc, small, look_.text);
    wxRect line(inner.x, inner.y + number.y, inner.width, height);
    if (share >= 1 && line.y + 2 * height <= inner.GetBottom() + 1)
        draw_text(gc, {to_wx(window.plate), line}, small, look_.faint);
    line.y = std::max(line.y, inner.GetBottom() + 1 - height);
    if (has_letters)
        draw_letters(gc, window, line, small);
    gc.PopState();
}

/// A boxed letter for each thing amiss.
void HallDrawing::draw_letters(wxGraphicsContext& gc, const model::PlanWindow& window,
    const wxRect& line, const wxFont& font) const
{
    int x = line.x;
    for (const auto state : window.states) {
        gc.SetFont(font, look_.card);
        const auto letter = tr(model::letter_of(state));
        double width = 0;
        gc.GetTextExtent(letter, &width, nullptr);
        const int box = static_cast<int>(std::ceil(width)) + 2;
        gc.SetPen(*wxTRANSPARENT_PEN);
        gc.SetBrush(wxBrush(look_.text));
        gc.DrawRectangle(x, line.y, box, line.height);
        gc.DrawText(letter, x + 1, line.y);
        x += box + 2;
    }
}

} // namespace views
