#include "views/dashboard/chart_drawing.h"

#include "views/dashboard/chart_shapes.h"
#include "views/list/printed_list.h"
#include "views/widgets/tr.h"

#include <wx/dc.h>
#include <wx/graphics.h>

#include <algorithm>
#include <cmath>

namespace views {

namespace {

constexpr int margin = 10; ///< in DIPs, as all lengths here
constexpr int gap = 6;
constexpr std::size_t many_heads = 12;

int height_of(wxDC& dc, const wxFont& font)
{
    dc.SetFont(font);
    return dc.GetTextExtent(L"汉X").y;
}

std::vector<wxString> broken(wxDC& dc, const wxFont& font, const wxString& text, int width)
{
    dc.SetFont(font);
    return ListPages::broken(dc, text, width);
}

} // namespace

void draw_text(
    wxGraphicsContext& gc, const ChartText& text, const wxFont& font, const wxColour& colour)
{
    gc.SetFont(font, colour);
    const auto measured = [&gc](const wxString& what) {
        double width = 0;
        double height = 0;
        gc.GetTextExtent(what, &width, &height);
        return wxSize(static_cast<int>(std::ceil(width)), static_cast<int>(std::ceil(height)));
    };
    auto shown = text.text;
    auto size = measured(shown);
    while (size.x > text.where.width + 2 && shown.length() > 1) {
        shown = shown.substr(0, shown.length() - (shown.EndsWith(L"…") ? 2 : 1)) + L"…";
        size = measured(shown);
    }
    const int spare = text.where.width - size.x;
    const int left = text.side == ChartText::Side::left ? 0
        : text.side == ChartText::Side::right           ? spare
                                                        : spare / 2;
    gc.DrawText(shown, text.where.x + left, text.where.y + (text.where.height - size.y) / 2);
}

std::unique_ptr<ChartDrawing> ChartDrawing::of(const model::Chart& chart, const ChartLook& look)
{
    switch (chart.shape) {
    case model::Chart::Shape::lines:
        return std::make_unique<LineDrawing>(chart, look);
    case model::Chart::Shape::tiles:
        return std::make_unique<TileDrawing>(chart, look);
    case model::Chart::Shape::parts:
        return std::make_unique<PartDrawing>(chart, look);
    case model::Chart::Shape::bars:
        break;
    }
    return std::make_unique<BarDrawing>(chart, look);
}

bool ChartDrawing::is_wide() const
{
    return !chart_.is_empty()
        && (chart_.shape == model::Chart::Shape::tiles
            || (chart_.shape == model::Chart::Shape::parts && chart_.heads.size() > many_heads));
}

void ChartDrawing::lay_out(wxDC& dc, int width)
{
    const int side = look_.px(margin);
    const int inner = std::max(width - 2 * side, 1);
    title_height_ = height_of(dc, look_.bold);
    small_height_ = height_of(dc, look_.small);
    notes_.clear();
    empty_.clear();
    spots_.clear();
    const int top = side + title_height_ + look_.px(gap);
    int bottom = top;
    if (chart_.is_empty()) {
        empty_ = broken(dc, look_.font, tr(chart_.why_empty), inner);
        bottom += static_cast<int>(empty_.size()) * height_of(dc, look_.font) + look_.px(gap);
    } else {
        bottom = lay_out_marks(dc, {side, top, inner, 0});
        for (const auto& note : chart_.notes)
            std::ranges::move(broken(dc, look_.small, tr(note), inner), std::back_inserter(notes_));
    }
    notes_height_ =
        notes_.empty() ? 0 : look_.px(gap) + static_cast<int>(notes_.size()) * small_height_;
    size_ = {width, bottom + notes_height_ + side};
}

void ChartDrawing::stretch(int height)
{
    size_.y = std::max(size_.y, height);
}

int ChartDrawing::hit(wxPoint point) const
{
    const auto found =
        std::ranges::find_if(spots_, [&](const wxRect& spot) { return spot.Contains(point); });
    return found == spots_.end() ? -1 : static_cast<int>(found - spots_.begin());
}

wxString ChartDrawing::spoken(int spot) const
{
    const auto place = static_cast<std::size_t>(spot);
    return to_wx(model::spoken(
        chart_, place / chart_.series.size(), place % chart_.series.size(), language()));
}

wxString ChartDrawing::figure(int spot) const
{
    return to_wx(model::figure_text(
        chart_, mark(spot), static_cast<std::size_t>(spot) % chart_.series.size()));
}

bool ChartDrawing::is_gap(int spot) const
{
    return model::is_gap(chart_, mark(spot), static_cast<std::size_t>(spot) % chart_.series.size());
}

double ChartDrawing::value(const model::ChartMark& mark, int series_at) const
{
    const auto* sum = chart_.series.at(static_cast<std::size_t>(series_at)).sum;
    const double figure = static_cast<double>(mark.figure);
    return sum ? figure / std::pow(10.0, sum->scale) : figure;
}

double ChartDrawing::largest() const
{
    double most = 0;
    for (int spot = 0; spot < heads() * series(); ++spot)
        most = std::max(most, value(mark(spot), spot % series()));
    return most;
}

/// "窗口 36", "受理 1204　办结 1180", "138 / 156 (88.4 %)", "站点 262　村（社区）247 / 247 (100.0
/// %)".
wxString ChartDrawing::totals() const
{
    if (chart_.shape == model::Chart::Shape::parts)
        return to_wx(model::share_text(chart_.share));
    wxString all;
    for (std::size_t i = 0; i < chart_.series.size(); ++i) {
        const auto figure = model::figure_text(chart_, chart_.totals.at(i), i);
        all += (i > 0 ? wxString(L"　") : wxString())
            + tr("{1} {2}", {from_wx(tr(chart_.series[i].label)), figure});
    }
    if (chart_.shape == model::Chart::Shape::tiles)
        all += L"　" + tr("Villages {1}", {model::share_text(chart_.share)});
    return all;
}

void ChartDrawing::draw_frame(wxGraphicsContext& gc) const
{
    constexpr double round = 5;
    const int side = look_.px(margin);
    gc.SetPen(wxPen(look_.border));
    gc.SetBrush(wxBrush(look_.card));
    gc.DrawRoundedRectangle(0.5, 0.5, size_.x - 1, size_.y - 1, look_.ratio * round);
    gc.SetFont(look_.bold, look_.text);
    const auto title = tr(chart_.title);
    double title_width = 0;
    gc.GetTextExtent(title, &title_width, nullptr);
    const wxRect line(side, side, size_.x - 2 * side, title_height_);
    draw_text(gc, {title, line}, look_.bold, look_.text);
    if (chart_.is_empty())
        return;
    const int used = static_cast<int>(title_width) + look_.px(margin);
    draw_text(gc,
        {totals(), {line.x + used, line.y, std::max(line.width - used, 0), line.height},
            ChartText::Side::right},
        look_.font, look_.faint);
}

void ChartDrawing::draw(wxGraphicsContext& gc, int current) const
{
    draw_frame(gc);
    const int side = look_.px(margin);
    int y = side + title_height_ + look_.px(gap);
    for (const auto& line : empty_) {
        gc.SetFont(look_.font, look_.faint);
        gc.DrawText(line, side, y);
        double height = 0;
        gc.GetTextExtent(line, nullptr, &height);
        y += static_cast<int>(height);
    }
    if (chart_.is_empty())
        return;
    draw_marks(gc);
    gc.SetFont(look_.small, look_.faint);
    y = size_.y - side - static_cast<int>(notes_.size()) * small_height_;
    for (const auto& note : notes_) {
        gc.DrawText(note, side, y);
        y += small_height_;
    }
    if (current < 0 || current >= static_cast<int>(spots_.size()))
        return;
    constexpr int ring = 2;
    auto around = spots_[static_cast<std::size_t>(current)];
    around.Inflate(look_.px(ring));
    gc.SetBrush(*wxTRANSPARENT_BRUSH);
    gc.SetPen(wxPen(look_.focus, std::max(look_.px(ring), 2)));
    gc.DrawRoundedRectangle(around.x, around.y, around.width, around.height, look_.px(ring + 1));
}

} // namespace views
