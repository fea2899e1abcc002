#include "views/dashboard/chart_shapes.h"
#include "views/widgets/tr.h"

#include <wx/dc.h>
#include <wx/graphics.h>

#include <algorithm>
#include <cmath>

namespace views {

namespace {

constexpr int gap = 8; ///< in DIPs, as all lengths here
constexpr int between_lines = 7;
constexpr int thinnest = 3;
constexpr double most_for_labels = 0.42; ///< of the width

/// With what letters may be wider where they are drawn larger than they are measured.
int with_slack(int width)
{
    constexpr int part = 20;
    return width + width / part + 2;
}

int widest(wxDC& dc, const std::vector<std::string>& texts)
{
    int width = 0;
    for (const auto& text : texts)
        width = std::max(width, dc.GetTextExtent(to_wx(text)).x);
    return with_slack(width);
}

int label_width(wxDC& dc, const model::Chart& chart, int width)
{
    return std::min(widest(dc, chart.heads), static_cast<int>(width * most_for_labels));
}

} // namespace

int BarDrawing::lay_out_marks(wxDC& dc, const wxRect& area)
{
    labels_.clear();
    bars_.clear();
    dc.SetFont(look_.font);
    int figures = 0;
    for (int spot = 0; spot < heads(); ++spot)
        figures = std::max(figures, with_slack(dc.GetTextExtent(figure(spot)).x));
    const int label = label_width(dc, chart_, area.width);
    const int height = dc.GetCharHeight() + look_.px(between_lines);
    const int from = area.x + label + look_.px(gap);
    const int room = std::max(area.GetRight() - figures - look_.px(gap) - from, look_.px(thinnest));
    const double most = std::max(largest(), 1.0);
    for (int head = 0; head < heads(); ++head) {
        const wxRect line(area.x, area.y + head * height, area.width, height);
        spots_.push_back(line);
        labels_.emplace_back(line.x, line.y, label, height);
        const double share = std::max(value(mark(head), 0), 0.0) / most;
        bars_.emplace_back(from, line.y + look_.px(2),
            std::max(
                static_cast<int>(std::lround(room * share)), share > 0 ? look_.px(thinnest) : 0),
            height - 2 * look_.px(2));
    }
    return area.y + heads() * height;
}

void BarDrawing::draw_marks(wxGraphicsContext& gc) const
{
    for (int head = 0; head < heads(); ++head) {
        const auto place = static_cast<std::size_t>(head);
        const auto& bar = bars_[place];
        draw_text(gc, {to_wx(chart_.heads[place]), labels_[place], ChartText::Side::right},
            look_.font, look_.text);
        gc.SetPen(*wxTRANSPARENT_PEN);
        gc.SetBrush(wxBrush(look_.first));
        gc.DrawRectangle(bar.x, bar.y, bar.width, bar.height);
        const int behind = bar.x + bar.width + look_.px(gap) / 2;
        draw_text(gc,
            {figure(head), {behind, bar.y, spots_[place].GetRight() - behind, bar.height}},
            look_.font, look_.text);
    }
}

int BarDrawing::beside(int spot, Step step) const
{
    if (step == Step::up)
        return spot - 1;
    return step == Step::down && spot + 1 < heads() ? spot + 1 : -1;
}

int PartDrawing::lay_out_marks(wxDC& dc, const wxRect& area)
{
    constexpr int room_for_two = 860;
    labels_.clear();
    bars_.clear();
    texts_.clear();
    dc.SetFont(look_.font);
    const bool are_two = is_wide() && area.width >= look_.px(room_for_two);
    const int columns = are_two ? 2 : 1;
    lines_ = (heads() + columns - 1) / columns;
    const int width = (area.width - (columns - 1) * 2 * look_.px(gap)) / columns;
    const int height = dc.GetCharHeight() + look_.px(between_lines);
    int texts = 0;
    for (const auto& share : chart_.shares)
        texts = std::max(texts, with_slack(dc.GetTextExtent(to_wx(model::share_text(share))).x));
    const int label = label_width(dc, chart_, width);
    for (int head = 0; head < heads(); ++head)
        add_line({area.x + head / lines_ * (width + 2 * look_.px(gap)),
                     area.y + head % lines_ * height, width, height},
            head, label, texts);
    return area.y + lines_ * height;
}

void PartDrawing::add_line(const wxRect& line, int head, int label_width, int text_width)
{
    const auto& share = chart_.shares[static_cast<std::size_t>(head)];
    const int from = line.x + label_width + look_.px(gap);
    const int text = line.GetRight() - text_width;
    const wxRect bar(from, line.y + look_.px(2),
        std::max(text - look_.px(gap) - from, look_.px(thinnest)), line.height - 2 * look_.px(2));
    const double part =
        share.whole > 0 ? static_cast<double>(share.part) / static_cast<double>(share.whole) : 0;
    const int full = static_cast<int>(std::lround(bar.width * part));
    labels_.emplace_back(line.x, line.y, label_width, line.height);
    bars_.push_back(bar);
    texts_.emplace_back(text, line.y, text_width, line.height);
    spots_.emplace_back(line.x, line.y, from + full - line.x, line.height);
    spots_.emplace_back(from + full, line.y, line.GetRight() - from - full, line.height);
}

void PartDrawing::draw_marks(wxGraphicsContext& gc) const
{
    for (int head = 0; head < heads(); ++head) {
        const auto place = static_cast<std::size_t>(head);
        const auto& bar = bars_[place];
        const int full = spots_[2 * place].GetRight() + 1 - bar.x;
        draw_text(gc, {to_wx(chart_.heads[place]), labels_[place], ChartText::Side::right},
            look_.font, look_.text);
        gc.SetPen(wxPen(look_.first));
        gc.SetBrush(*wxTRANSPARENT_BRUSH);
        gc.DrawRectangle(bar.x + 0.5, bar.y + 0.5, bar.width - 1, bar.height - 1);
        gc.SetPen(*wxTRANSPARENT_PEN);
        gc.SetBrush(wxBrush(look_.first));
        gc.DrawRectangle(bar.x, bar.y, full, bar.height);
        draw_text(gc,
            {to_wx(model::share_text(chart_.shares[place])), texts_[place], ChartText::Side::right},
            look_.font, look_.text);
    }
}

int PartDrawing::beside(int spot, Step step) const
{
    const int head = spot / 2;
    switch (step) {
    case Step::left:
        return spot % 2 == 1 ? spot - 1 : head >= lines_ ? spot - 2 * lines_ + 1 : -1;
    case Step::right:
        return spot % 2 == 0 ? spot + 1 : head + lines_ < heads() ? spot + 2 * lines_ - 1 : -1;
    case Step::up:
        return head > 0 ? spot - 2 : -1;
    case Step::down:
        break;
    }
    return head + 1 < heads() ? spot + 2 : -1;
}

} // namespace views
