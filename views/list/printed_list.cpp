#include "views/list/printed_list.h"

#include "views/widgets/column_head.h"
#include "views/widgets/tr.h"

#include <wx/dc.h>

#include <algorithm>
#include <numeric>

namespace views {

namespace {

constexpr int letters = 13;        ///< height of the letters
constexpr int title_letters = 20;  ///< the same of the title
constexpr int padding = 4;         ///< at both sides of a cell's text
constexpr int leading = 4;         ///< over and under the lines of a cell together
constexpr int most_lines = 5;      ///< of a cell; what is longer is cut off
constexpr int upright_width = 680; ///< of A4 without its margins
constexpr int much = 130;          ///< per cent
constexpr unsigned char head_grey = 0xE8;

wxFont font_of(int height)
{
    return {wxFontInfo(wxSize(0, height))};
}

/// Whether the text surely fits, told without measuring it: a Chinese character is as wide as the
/// line is high, no other wider.
bool surely_fits(const wxString& text, int width, int line_height)
{
    return static_cast<int>(text.length()) * line_height <= width;
}

} // namespace

void PrintedList::take(RecordRows& rows, const ListLayout& layout)
{
    for (const auto& [field, width] : layout.columns)
        columns.push_back({column_head(*field), width});
    records = rows.found();
    const auto& groups = rows.groups();
    for (std::size_t place = 0, next = 0; place < records; ++place) {
        if (next < groups.size() && groups[next].first == place)
            lines.push_back({{rows.group_text(groups[next++])}, true});
        auto& line = lines.emplace_back();
        for (std::size_t column = 0; column < columns.size(); ++column)
            line.cells.push_back(rows.found_text(place, column));
    }
}

bool PrintedList::wants_landscape() const
{
    int width = 0;
    for (const auto& column : columns)
        width += column.width;
    return width * 100 > upright_width * much;
}

ListPages::ListPages(const PrintedList& list)
    : list_(list)
    , font_(font_of(letters))
    , bold_(font_of(letters).Bold())
    , title_(font_of(title_letters).Bold())
{
    for (const auto& column : list.columns)
        heads_.push_back(column.head);
}

std::pair<std::size_t, std::size_t> ListPages::lines_of(int page) const
{
    return pages_.at(static_cast<std::size_t>(page - 1));
}

/// Each line is broken after the last character that fits.
std::vector<wxString> ListPages::broken(wxDC& dc, wxString text, int width)
{
    std::vector<wxString> lines;
    text.Replace("\n", " ");
    while (!text.empty()) {
        wxArrayInt ends;
        dc.GetPartialTextExtents(text, ends);
        const auto fits = std::upper_bound(ends.begin(), ends.end(), width) - ends.begin();
        const auto taken = std::max<std::size_t>(static_cast<std::size_t>(fits), 1);
        lines.push_back(text.Left(taken));
        text = text.Mid(taken);
    }
    return lines;
}

/// As wide as in the list, and narrower or wider by the same share, so that they fill the paper.
void ListPages::fit_columns()
{
    int sum = 0;
    for (const auto& column : list_.columns)
        sum += column.width;
    widths_.clear();
    for (const auto& column : list_.columns)
        widths_.push_back(column.width * paper_.x / std::max(sum, 1));
    if (!widths_.empty())
        widths_.back() += paper_.x - std::accumulate(widths_.begin(), widths_.end(), 0);
}

int ListPages::height_of(wxDC& dc, const std::vector<wxString>& cells) const
{
    std::size_t most = 1;
    for (std::size_t i = 0; i < cells.size() && cells.size() == widths_.size(); ++i) {
        const int width = widths_[i] - 2 * padding;
        if (!surely_fits(cells[i], width, line_height_))
            most = std::max(most, broken(dc, cells[i], width).size());
    }
    return static_cast<int>(std::min<std::size_t>(most, most_lines)) * line_height_ + leading;
}

void ListPages::lay_out(wxDC& dc, wxSize paper)
{
    paper_ = paper - wxSize(1, 0); // the line at the right is on the paper too
    fit_columns();
    dc.SetFont(title_);
    top_ = dc.GetCharHeight() + leading;
    dc.SetFont(bold_);
    line_height_ = dc.GetCharHeight();
    top_ += line_height_ + 2 * leading;
    heads_height_ = height_of(dc, heads_);
    dc.SetFont(font_);
    heights_.clear();
    for (const auto& line : list_.lines)
        heights_.push_back(height_of(dc, line.cells));
    fill_pages(paper_.y - top_ - heads_height_ - line_height_ - 2 * leading);
}

void ListPages::fill_pages(int room)
{
    pages_ = {{0, 0}};
    int used = 0;
    for (std::size_t i = 0; i < heights_.size(); ++i) {
        // A group does not stand alone at the foot of a page.
        const int needed = heights_[i] + (list_.lines[i].is_group ? heights_.at(i + 1) : 0);
        if (used + needed > room && used > 0) {
            pages_.emplace_back(i, i);
            used = 0;
        }
        used += heights_[i];
        pages_.back().second = i + 1;
    }
}

void ListPages::draw(wxDC& dc, int page) const
{
    dc.SetBackgroundMode(wxBRUSHSTYLE_TRANSPARENT);
    dc.SetTextForeground(*wxBLACK);
    dc.SetPen(wxPen(*wxBLACK, 1));
    draw_top(dc);
    int y = top_;
    dc.SetFont(bold_);
    dc.SetBrush(wxBrush(wxColour(head_grey, head_grey, head_grey)));
    draw_cells(dc, heads_, y, heads_height_);
    dc.SetBrush(*wxTRANSPARENT_BRUSH);
    y += heads_height_;
    const auto [from, to] = lines_of(page);
    for (auto i = from; i < to; ++i) {
        const auto& line = list_.lines[i];
        dc.SetFont(line.is_group ? bold_ : font_);
        draw_cells(dc, line.cells, y, heights_[i]);
        y += heights_[i];
    }
    draw_bottom(dc, page);
}

void ListPages::draw_top(wxDC& dc) const
{
    dc.SetFont(title_);
    dc.DrawText(list_.title, (paper_.x - dc.GetTextExtent(list_.title).x) / 2, 0);
    dc.SetFont(font_);
    const int y = top_ - line_height_ - leading;
    dc.DrawText(list_.office, 0, y);
    const auto with_note = list_.note.empty() ? list_.date : list_.note + "    " + list_.date;
    const int room = paper_.x - dc.GetTextExtent(list_.office).x - 4 * padding;
    const auto& right = dc.GetTextExtent(with_note).x <= room ? with_note : list_.date;
    dc.DrawText(right, paper_.x - dc.GetTextExtent(right).x, y);
}

/// A single cell takes the whole width.
void ListPages::draw_cells(wxDC& dc, const std::vector<wxString>& cells, int y, int height) const
{
    int left = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const int width = cells.size() == widths_.size() ? widths_[i] : paper_.x;
        dc.DrawRectangle(left, y, width + 1, height + 1);
        draw_cell(
            dc, cells[i], {left + padding, y + leading / 2, width - 2 * padding, height - leading});
        left += width;
    }
}

void ListPages::draw_cell(wxDC& dc, const wxString& text, wxRect where) const
{
    auto lines = surely_fits(text, where.width, line_height_) ? std::vector{text}
                                                              : broken(dc, text, where.width);
    const auto room = static_cast<std::size_t>(std::max(1, where.height / line_height_));
    if (lines.size() > room) {
        lines.resize(room);
        lines.back().RemoveLast();
        lines.back() += wxString::FromUTF8("…");
    }
    for (std::size_t i = 0; i < lines.size(); ++i)
        dc.DrawText(lines[i], where.x, where.y + static_cast<int>(i) * line_height_);
}

void ListPages::draw_bottom(wxDC& dc, int page) const
{
    dc.SetFont(font_);
    const int y = paper_.y - line_height_;
    dc.DrawText(tr("{1} records", {std::to_string(list_.records)}), 0, y);
    const auto pages = tr("Page {1} of {2}", {std::to_string(page), std::to_string(count())});
    dc.DrawText(pages, paper_.x - dc.GetTextExtent(pages).x, y);
}

} // namespace views
