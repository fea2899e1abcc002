#include "views/dashboard/chart_shapes.h"
#include "views/widgets/tr.h"

#include <wx/dc.h>
#include <wx/graphics.h>

#include <algorithm>
#include <cmath>

namespace views {

namespace {

constexpr int plot_height = 120; ///< in DIPs, as all lengths here
constexpr int gap = 6;
constexpr int around_point = 9;
constexpr int point_size = 7;
constexpr int most_lines = 4;

/// 1, 2 or 5 times a power of ten, so that few lines reach up to the value.
double nice_step(double value, bool is_whole)
{
    const double least = value / most_lines;
    const double power = std::pow(10.0, std::floor(std::log10(std::max(least, 0.01))));
    for (const double times : {1.0, 2.0, 5.0, 10.0})
        if (power * times >= least)
            return is_whole ? std::max(power * times, 1.0) : power * times;
    return power;
}

wxString scale_text(double value)
{
    return value == std::floor(value) ? wxString::Format("%.0f", value)
                                      : wxString::Format("%.1f", value);
}

} // namespace

int LineDrawing::lay_out_marks(wxDC& dc, const wxRect& area)
{
    const bool is_whole = std::ranges::none_of(
        chart_.series, [](const auto& each) { return each.sum && each.sum->scale > 0; });
    step_ = nice_step(std::max(largest(), 1.0), is_whole);
    top_ = std::max(std::ceil(largest() / step_), 1.0) * step_;
    dc.SetFont(look_.small);
    small_ = dc.GetCharHeight();
    int labels = 0;
    for (int line = 0; line * step_ <= top_; ++line)
        labels = std::max(labels, dc.GetTextExtent(scale_text(line * step_)).x);
    const int legend = series() > 1 ? small_ + look_.px(gap) : 0;
    legend_ = {area.x, area.y, area.width, legend};
    const int left = labels + look_.px(gap);
    // Above the highest point there is room for its number.
    plot_ = {area.x + left, area.y + legend + small_ + look_.px(gap), area.width - left,
        look_.px(plot_height)};
    for (int spot = 0; spot < heads() * series(); ++spot)
        spots_.push_back(spot_of(spot));
    for (std::size_t head = 0; series() == 2 && head < chart_.heads.size(); ++head)
        part(spots_[2 * head], spots_[2 * head + 1]);
    return plot_.GetBottom() + 1 + 2 * small_ + look_.px(gap);
}

/// The point with its number.
wxRect LineDrawing::spot_of(int spot) const
{
    const auto at = point(spot);
    const int side = look_.px(around_point);
    const int half = std::max(std::min(plot_.width / heads() / 2, 2 * side), 2);
    const int with_figure = look_.px(point_size) / 2 + 2 + small_;
    const int above = stands_below(spot) ? side : with_figure;
    const int below = stands_below(spot) ? with_figure : side;
    return {at.x - half, at.y - above, 2 * half, above + below};
}

/// Whether its number stands below the point: that of the lower one of two.
bool LineDrawing::stands_below(int spot) const
{
    if (series() != 2)
        return false;
    const int other = spot ^ 1;
    const int y = point(spot).y;
    const int other_y = point(other).y;
    return y > other_y || (y == other_y && other < spot);
}

/// What overlaps is parted in the middle.
void LineDrawing::part(wxRect& one, wxRect& two)
{
    auto& upper = one.GetBottom() <= two.GetBottom() ? one : two;
    auto& lower = &upper == &one ? two : one;
    if (lower.y > upper.GetBottom())
        return;
    const int middle =
        (std::max(upper.y, lower.y) + std::min(upper.GetBottom(), lower.GetBottom())) / 2;
    const int end = lower.GetBottom();
    upper.height = middle - upper.y;
    lower.y = middle;
    lower.height = end - middle + 1;
}

int LineDrawing::height_of(double value) const
{
    return plot_.y + plot_.height
        - static_cast<int>(std::lround(std::clamp(value / top_, 0.0, 1.0) * plot_.height));
}

wxPoint LineDrawing::point(int spot) const
{
    const int head = spot / series();
    return {plot_.x + (2 * head + 1) * plot_.width / (2 * heads()),
        height_of(value(mark(spot), spot % series()))};
}

void LineDrawing::draw_scale(wxGraphicsContext& gc) const
{
    for (int line = 0; line * step_ <= top_; ++line) {
        const int y = height_of(line * step_);
        gc.SetPen(wxPen(look_.border));
        gc.StrokeLine(plot_.x, y + 0.5, plot_.GetRight(), y + 0.5);
        draw_text(gc,
            {scale_text(line * step_),
                {legend_.x, y - small_ / 2, plot_.x - look_.px(gap) - legend_.x, small_},
                ChartText::Side::right},
            look_.small, look_.faint);
    }
}

/// The number of each month, and the year under its first one.
void LineDrawing::draw_months(wxGraphicsContext& gc) const
{
    constexpr std::size_t digits_of_year = 4;
    std::string shown_year;
    for (int head = 0; head < heads(); ++head) {
        const auto& name = chart_.heads[static_cast<std::size_t>(head)];
        const auto year = name.substr(0, digits_of_year);
        const auto month = std::to_string(std::stoi(name.substr(digits_of_year + 1)));
        const int slot = plot_.width / heads();
        wxRect where(point(head * series()).x - slot / 2, plot_.GetBottom() + look_.px(gap) / 2,
            slot, small_);
        auto label = tr("month {1}", {month});
        draw_text(gc, {label, where, ChartText::Side::middle}, look_.small, look_.faint);
        const bool is_last_of_year = static_cast<std::size_t>(head) + 1 < chart_.heads.size()
            && !chart_.heads[static_cast<std::size_t>(head) + 1].starts_with(year);
        if (year == shown_year || is_last_of_year) // the next one's year would run into it
            continue;
        shown_year = year;
        where.y += small_;
        where.x -= slot;
        where.width += 2 * slot;
        draw_text(
            gc, {tr("year {1}", {year}), where, ChartText::Side::middle}, look_.small, look_.faint);
    }
}

void LineDrawing::draw_legend(wxGraphicsContext& gc) const
{
    constexpr int sample = 26;
    int x = legend_.x;
    for (int i = 0; series() > 1 && i < series(); ++i) {
        const auto& colour = i == 0 ? look_.first : look_.second;
        const int y = legend_.y + small_ / 2;
        gc.SetPen(wxPen(colour, look_.px(2), i == 0 ? wxPENSTYLE_SOLID : wxPENSTYLE_SHORT_DASH));
        gc.StrokeLine(x, y, x + look_.px(sample), y);
        draw_point(gc, {x + look_.px(sample) / 2, y}, i);
        x += look_.px(sample) + look_.px(gap);
        gc.SetFont(look_.small, look_.text);
        const auto label = tr(chart_.series[static_cast<std::size_t>(i)].label);
        double width = 0;
        gc.GetTextExtent(label, &width, nullptr);
        gc.DrawText(label, x, legend_.y);
        x += static_cast<int>(width) + 3 * look_.px(gap);
    }
}

void LineDrawing::draw_line(wxGraphicsContext& gc, int series_at) const
{
    auto path = gc.CreatePath();
    bool goes_on = false;
    for (int head = 0; head < heads(); ++head) {
        const int spot = head * series() + series_at;
        const auto at = point(spot);
        if (!is_gap(spot))
            goes_on ? path.AddLineToPoint(at.x, at.y) : path.MoveToPoint(at.x, at.y);
        goes_on = !is_gap(spot);
    }
    const auto& colour = series_at == 0 ? look_.first : look_.second;
    gc.SetPen(
        wxPen(colour, look_.px(2), series_at == 0 ? wxPENSTYLE_SOLID : wxPENSTYLE_SHORT_DASH));
    gc.StrokePath(path);
    for (int head = 0; head < heads(); ++head)
        if (const int spot = head * series() + series_at; !is_gap(spot))
            draw_point(gc, point(spot), series_at);
}

void LineDrawing::draw_point(wxGraphicsContext& gc, wxPoint at, int series_at) const
{
    const int size = look_.px(point_size);
    const double x = at.x - size / 2.0;
    const double y = at.y - size / 2.0;
    if (series_at == 0) {
        gc.SetPen(wxPen(look_.first));
        gc.SetBrush(wxBrush(look_.first));
        gc.DrawEllipse(x, y, size, size);
    } else {
        gc.SetPen(wxPen(look_.second, std::max(look_.px(1), 1)));
        gc.SetBrush(wxBrush(look_.card));
        gc.DrawRectangle(x, y, size, size);
    }
}

/// Of two lines, the upper one's numbers stand above it and the lower one's below. Where they would
/// run into each other there are none: tooltips, tables and sheets have them.
void LineDrawing::draw_figures(wxGraphicsContext& gc) const
{
    const int slot = plot_.width / heads();
    gc.SetFont(look_.small, look_.text);
    for (int spot = 0; spot < heads() * series(); ++spot) {
        double width = 0;
        gc.GetTextExtent(figure(spot), &width, nullptr);
        if (width > slot)
            return;
    }
    const int away = look_.px(point_size) / 2 + 1;
    for (int spot = 0; spot < heads() * series(); ++spot) {
        const auto at = point(spot);
        const bool is_below = stands_below(spot);
        const bool has_room = at.y + away + small_ <= plot_.GetBottom() + look_.px(gap) / 2;
        if (is_below && (!has_room || mark(spot).figure == mark(spot ^ 1).figure))
            continue;
        const int y = is_below ? at.y + away : at.y - away - small_;
        draw_text(gc, {figure(spot), {at.x - slot / 2, y, slot, small_}, ChartText::Side::middle},
            look_.small, look_.text);
    }
}

void LineDrawing::draw_marks(wxGraphicsContext& gc) const
{
    draw_scale(gc);
    for (int i = series() - 1; i >= 0; --i)
        draw_line(gc, i);
    draw_figures(gc);
    draw_months(gc);
    draw_legend(gc);
}

int LineDrawing::beside(int spot, Step step) const
{
    const int last = heads() * series();
    switch (step) {
    case Step::left:
        return spot >= series() ? spot - series() : -1;
    case Step::right:
        return spot + series() < last ? spot + series() : -1;
    case Step::up:
        return spot % series() > 0 ? spot - 1 : -1;
    case Step::down:
        break;
    }
    return spot % series() + 1 < series() ? spot + 1 : -1;
}

} // namespace views
