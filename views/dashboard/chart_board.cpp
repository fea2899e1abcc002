#include "views/dashboard/chart_board.h"

#include <wx/brush.h>
#include <wx/graphics.h>
#include <wx/pen.h>

#include <algorithm>

namespace views {

namespace {

constexpr int gap = 10;        ///< in DIPs
constexpr int narrowest = 430; ///< of a chart beside another
constexpr int most_columns = 3;

} // namespace

ChartBoard::ChartBoard(std::span<const model::Chart> charts, ChartLook look)
    : look_(std::move(look))
{
    for (const auto& chart : charts)
        placed_.push_back({ChartDrawing::of(chart, look_), {}});
}

/// As many as fit beside each other; one that is wide stands alone.
std::size_t ChartBoard::end_of_row(std::size_t first, int columns) const
{
    auto end = first + 1;
    while (!placed_[first].drawing->is_wide() && end < placed_.size()
        && end < first + static_cast<std::size_t>(columns) && !placed_[end].drawing->is_wide())
        ++end;
    return end;
}

void ChartBoard::lay_out(wxDC& dc, int width)
{
    const int space = look_.px(gap);
    const int inner = std::max(width - 2 * space, 1);
    const int columns =
        std::clamp((inner + space) / (look_.px(narrowest) + space), 1, most_columns);
    rows_.clear();
    int y = space;
    for (std::size_t first = 0; first < placed_.size();) {
        const auto end = end_of_row(first, columns);
        const int count = static_cast<int>(end - first);
        const int each = (inner - (count - 1) * space) / count;
        int height = 0;
        for (auto i = first; i < end; ++i) {
            auto& placed = placed_[i];
            placed.at = {space + static_cast<int>(i - first) * (each + space), y};
            placed.drawing->lay_out(dc, each);
            height = std::max(height, placed.drawing->size().y);
        }
        for (auto i = first; i < end; ++i)
            placed_[i].drawing->stretch(height);
        rows_.emplace_back(y, y + height);
        y += height + space;
        first = end;
    }
    size_ = {width, y};
}

wxRect ChartBoard::place(std::size_t chart) const
{
    const auto& placed = placed_.at(chart);
    return {placed.at, placed.drawing->size()};
}

wxRect ChartBoard::spot(std::size_t chart, int mark) const
{
    const auto& placed = placed_.at(chart);
    const auto& spots = placed.drawing->spots();
    if (mark < 0 || mark >= static_cast<int>(spots.size()))
        return place(chart);
    auto found = spots[static_cast<std::size_t>(mark)];
    found.Offset(placed.at);
    return found;
}

std::optional<ChartBoard::At> ChartBoard::hit(wxPoint point) const
{
    for (std::size_t i = 0; i < placed_.size(); ++i)
        if (place(i).Contains(point))
            return At{i, placed_[i].drawing->hit(point - placed_[i].at)};
    return std::nullopt;
}

int ChartBoard::first_mark(std::size_t chart) const
{
    return placed_.at(chart).drawing->spots().empty() ? -1 : 0;
}

ChartBoard::At ChartBoard::next_chart(At from, bool forward) const
{
    if (placed_.empty() || (forward ? from.chart + 1 >= placed_.size() : from.chart == 0))
        return from;
    const auto to = forward ? from.chart + 1 : from.chart - 1;
    return {to, first_mark(to)};
}

ChartBoard::At ChartBoard::beside(At from, Step step) const
{
    if (placed_.empty())
        return from;
    const auto& drawing = *placed_.at(from.chart).drawing;
    if (from.mark >= 0)
        if (const int mark = drawing.beside(from.mark, step); mark >= 0)
            return {from.chart, mark};
    const bool forward = step == Step::right || step == Step::down;
    auto to = next_chart(from, forward);
    if (!forward && to.chart != from.chart) // from behind one comes to its end
        to.mark = static_cast<int>(placed_[to.chart].drawing->spots().size()) - 1;
    return to;
}

void ChartBoard::draw(wxGraphicsContext& gc, std::optional<At> current, int from, int to) const
{
    for (std::size_t i = 0; i < placed_.size(); ++i) {
        const auto where = place(i);
        if (where.GetBottom() < from || (to >= 0 && where.y > to))
            continue;
        const bool is_current = current && current->chart == i;
        gc.PushState();
        gc.Translate(where.x, where.y);
        placed_[i].drawing->draw(gc, is_current ? current->mark : -1);
        gc.PopState();
        if (!is_current || current->mark >= 0)
            continue;
        gc.SetBrush(*wxTRANSPARENT_BRUSH);
        gc.SetPen(wxPen(look_.focus, std::max(look_.px(2), 2)));
        gc.DrawRoundedRectangle(
            where.x + 1, where.y + 1, where.width - 2, where.height - 2, look_.px(gap / 2));
    }
}

} // namespace views
