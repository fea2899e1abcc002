#include "views/day/duty_grid.h"

#include "views/import/cell_table.h"
#include "views/widgets/letters.h"
#include "views/widgets/tr.h"

#include <wx/brush.h>
#include <wx/dc.h>

#include <algorithm>
#include <string>
#include <utility>

namespace views {

namespace {

/// As forms have it; bold alone would be overlooked.
const std::string warning_sign = "▲ ";

/// Lines between the cells as filled boxes: on a screen of twice the resolution GTK leaves gaps in
/// those of the grid.
class LinedCell : public wxGridCellStringRenderer {
public:
    void Draw(wxGrid& grid, wxGridCellAttr& look, wxDC& dc, const wxRect& cell, int row, int column,
        bool is_selected) override
    {
        wxGridCellStringRenderer::Draw(grid, look, dc, cell, row, column, is_selected);
        const int line = grid.FromDIP(1);
        dc.SetPen(*wxTRANSPARENT_PEN);
        dc.SetBrush(wxBrush(grid.GetGridLineColour()));
        dc.DrawRectangle(cell.GetRight() + 1 - line, cell.y, line, cell.height);
        dc.DrawRectangle(cell.x, cell.GetBottom() + 1 - line, cell.width, line);
    }
    wxGridCellRenderer* Clone() const override { return new LinedCell; }
};

bool is_amiss(const model::DutyWeek& week, std::size_t row, std::size_t column)
{
    return row < week.lines.size() && column < model::days_of_week
        && std::ranges::any_of(week.lines[row].days.at(column),
            [](const model::DutyName& name) { return !name.amiss.empty(); });
}

} // namespace

DutyGrid::DutyGrid(wxWindow* parent) : NumberGrid(parent, "duty_week", tr("Duty roster"))
{
    SetDefaultCellAlignment(wxALIGN_LEFT, wxALIGN_CENTRE);
    SetDefaultRenderer(new LinedCell);
    Bind(wxEVT_KEY_DOWN, &DutyGrid::on_duty_key, this);
    Bind(wxEVT_CHAR, &DutyGrid::on_char, this);
}

void DutyGrid::show(const model::DutyWeek& week)
{
    auto lines = model::lines_of(week, language());
    for (std::size_t row = 0; row < week.lines.size(); ++row)
        for (std::size_t column = 0; column < model::days_of_week; ++column)
            if (is_amiss(week, row, column))
                lines[row + 1][column + 1] = warning_sign + lines[row + 1][column + 1];
    show_lines(
        std::move(lines),
        [week](std::size_t row, std::size_t column) { return is_amiss(week, row, column); }, true);
    fit_names();
}

/// As wide as the longest cell of a day, and no narrower than a name.
void DutyGrid::fit_names()
{
    constexpr int name = 96; // in DIPs
    const wxGridUpdateLocker locked(this);
    for (int column = 0; column < GetNumberCols(); ++column) {
        std::vector<wxString> texts{GetColLabelValue(column)};
        for (int row = 0; row < GetNumberRows(); ++row)
            texts.push_back(GetCellValue(row, column));
        SetColSize(column, word_width(*this, std::max(name, width_for(*this, texts))));
    }
}

void DutyGrid::on_duty_key(wxKeyEvent& event)
{
    if (event.HasAnyModifiers())
        return event.Skip();
    switch (event.GetKeyCode()) {
    case WXK_DELETE:
    case WXK_NUMPAD_DELETE:
    case WXK_BACK:
        return on_clear();
    case WXK_INSERT:
    case WXK_NUMPAD_INSERT:
        return on_add();
    case WXK_PAGEUP:
    case WXK_NUMPAD_PAGEUP:
        return on_turn(-1);
    case WXK_PAGEDOWN:
    case WXK_NUMPAD_PAGEDOWN:
        return on_turn(1);
    default:
        event.Skip();
    }
}

void DutyGrid::on_char(wxKeyEvent& event)
{
    const auto letter = event.GetUnicodeKey();
    if (letter == WXK_NONE || letter <= WXK_SPACE || letter == WXK_DELETE
        || (event.GetModifiers() & ~wxMOD_SHIFT) != 0)
        return event.Skip();
    // An input method gives several characters at once, each as an event of its own.
    if (typed_.empty())
        CallAfter([this] { on_type(std::exchange(typed_, {})); });
    typed_ += letter;
}

} // namespace views
