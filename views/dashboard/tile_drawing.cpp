#include "views/dashboard/chart_shapes.h"
#include "views/widgets/tr.h"

#include <wx/dc.h>
#include <wx/graphics.h>

#include <algorithm>
#include <cmath>

namespace views {

namespace {

constexpr int narrowest = 148; ///< in DIPs, as all lengths here
constexpr int gap = 8;
constexpr int padding = 6;
constexpr int bar_height = 7;
constexpr int lines_of_text = 3;

/// "12 / 14"; the bar shows what share that is.
std::string counts_of(const model::Share& share)
{
    return std::to_string(share.part) + " / " + std::to_string(share.whole);
}

double part_of(const model::Share& share)
{
    return share.whole > 0 ? static_cast<double>(share.part) / static_cast<double>(share.whole) : 0;
}

} // namespace

int TileDrawing::lay_out_marks(wxDC& dc, const wxRect& area)
{
    dc.SetFont(look_.font);
    line_ = dc.GetCharHeight() + look_.px(2);
    const int space = look_.px(gap);
    columns_ = std::max((area.width + space) / (look_.px(narrowest) + space), 1);
    columns_ = std::min(columns_, std::max(heads(), 1));
    const int width = (area.width - (columns_ - 1) * space) / columns_;
    const int height = lines_of_text * line_ + look_.px(bar_height) + 3 * look_.px(padding);
    for (int head = 0; head < heads(); ++head)
        spots_.emplace_back(area.x + head % columns_ * (width + space),
            area.y + head / columns_ * (height + space), width, height);
    return spots_.back().GetBottom() + 1;
}

void TileDrawing::draw_marks(wxGraphicsContext& gc) const
{
    for (int head = 0; head < heads(); ++head)
        draw_tile(gc, head);
}

/// The fuller, the deeper; how full it is says the bar as well, and the numbers.
void TileDrawing::draw_tile(wxGraphicsContext& gc, int head) const
{
    constexpr double deepest = 0.3;
    const auto place = static_cast<std::size_t>(head);
    const auto& tile = spots_[place];
    const auto& share = chart_.shares[place];
    gc.SetPen(wxPen(look_.border));
    gc.SetBrush(wxBrush(look_.tint(look_.first, deepest * part_of(share))));
    gc.DrawRoundedRectangle(
        tile.x + 0.5, tile.y + 0.5, tile.width - 1, tile.height - 1, look_.px(3));
    auto inner = tile;
    inner.Deflate(look_.px(padding));
    wxRect line(inner.x, inner.y, inner.width, line_);
    draw_text(gc, {to_wx(chart_.heads[place]), line}, look_.bold, look_.text);
    line.y += line_;
    draw_text(gc,
        {tr("{1} {2}", {from_wx(tr(chart_.series[0].label)), from_wx(figure(head))}), line},
        look_.font, look_.text);
    line.y += line_;
    draw_text(gc, {tr("Villages {1}", {counts_of(share)}), line}, look_.font, look_.text);
    const wxRect bar(
        inner.x, inner.GetBottom() + 1 - look_.px(bar_height), inner.width, look_.px(bar_height));
    gc.SetPen(wxPen(look_.first));
    gc.SetBrush(wxBrush(look_.card));
    gc.DrawRectangle(bar.x + 0.5, bar.y + 0.5, bar.width - 1, bar.height - 1);
    gc.SetPen(*wxTRANSPARENT_PEN);
    gc.SetBrush(wxBrush(look_.first));
    gc.DrawRectangle(bar.x, bar.y, std::lround(bar.width * part_of(share)), bar.height);
}

int TileDrawing::beside(int spot, Step step) const
{
    const int move = step == Step::left ? -1
        : step == Step::right           ? 1
        : step == Step::up              ? -columns_
                                        : columns_;
    const int to = spot + move;
    return to >= 0 && to < heads() ? to : -1;
}

} // namespace views
