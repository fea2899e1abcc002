#include "views/stats/report_grid.h"

#include "views/import/cell_table.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"

#include <algorithm>

namespace views {

namespace {

/// The texts, as wxGrid asks for them.
class ReportTexts : public wxGridTableBase {
public:
    explicit ReportTexts(const ReportGrid::Lines& lines) : lines_(lines) {}

    int GetNumberRows() override { return static_cast<int>(lines_.size()) - 1; }
    int GetNumberCols() override { return static_cast<int>(lines_.front().size()) - 1; }
    wxString GetValue(int row, int column) override { return text(row + 1, column + 1); }
    void SetValue(int, int, const wxString&) override {}
    wxString GetRowLabelValue(int row) override { return text(row + 1, 0); }
    wxString GetColLabelValue(int column) override { return text(0, column + 1); }
    wxString GetCornerLabelValue() const override { return text(0, 0); }

    wxGridCellAttr* GetAttr(int row, int column, wxGridCellAttr::wxAttrKind kind) override
    {
        auto* look = wxGridTableBase::GetAttr(row, column, kind);
        if (row + 1 < GetNumberRows())
            return look;
        if (!look)
            look = new wxGridCellAttr;
        look->SetFont(GetView()->GetDefaultCellFont().Bold());
        return look;
    }

private:
    wxString text(int line, int place) const
    {
        return to_wx(lines_[static_cast<std::size_t>(line)][static_cast<std::size_t>(place)]);
    }

    ReportGrid::Lines lines_;
};

} // namespace

ReportGrid::ReportGrid(wxWindow* parent, const wxString& spoken)
    : wxGrid(parent, wxID_ANY)
    , name_(spoken)
{
    name_control(this, "report", name_);
    name_control(GetGridWindow(), "figures", name_);
    name_control(GetGridRowLabelWindow(), "row_heads", tr("Lines by"));
    name_control(GetGridColLabelWindow(), "column_heads", tr("Columns by"));
    name_control(GetGridCornerLabelWindow(), "corner", name_);
    EnableEditing(false);
    DisableDragRowSize();
    SetDefaultCellAlignment(wxALIGN_RIGHT, wxALIGN_CENTRE);
    SetRowLabelAlignment(wxALIGN_LEFT, wxALIGN_CENTRE);
    SetLabelFont(GetFont());
    Bind(wxEVT_KEY_DOWN, &ReportGrid::on_key, this);
    Bind(wxEVT_GRID_CELL_LEFT_DCLICK, [this](wxGridEvent&) { on_open(); });
    Bind(wxEVT_GRID_SELECT_CELL, [this](wxGridEvent& event) {
        event.Skip();
        current_ = {
            static_cast<std::size_t>(event.GetRow()), static_cast<std::size_t>(event.GetCol())};
        moved();
    });
}

void ReportGrid::show(const Lines& lines)
{
    if (lines_.size() != lines.size())
        current_ = {};
    lines_ = lines;
    const auto [row, column] = current_;
    SetTable(new ReportTexts(lines_), true);
    fit();
    go_to(row, column);
    current_ = {row, column};
    moved();
}

void ReportGrid::fit()
{
    constexpr int padding = 16;
    const wxGridUpdateLocker locked(this);
    std::vector<wxString> heads{GetTable()->GetCornerLabelValue()};
    for (int row = 0; row < GetNumberRows(); ++row)
        heads.push_back(GetRowLabelValue(row));
    SetRowLabelSize(word_width(*this, width_for(*this, heads)));
    for (int column = 0; column < GetNumberCols(); ++column)
        SetColSize(column,
            word_width(*this,
                width_for(
                    *this, {GetColLabelValue(column), GetCellValue(GetNumberRows() - 1, column)})));
    const int line = GetTextExtent("X").y + FromDIP(padding) / 2;
    SetColLabelSize(line + FromDIP(padding) / 4);
    SetDefaultRowSize(line, true);
}

void ReportGrid::go_to(std::size_t row, std::size_t column)
{
    GoToCell(static_cast<int>(row), static_cast<int>(column));
}

wxString ReportGrid::spoken() const
{
    const auto [row, column] = current_;
    if (row + 1 >= lines_.size() || column + 1 >= lines_.front().size())
        return {};
    return tr(
        "{1}, {2}: {3}", {lines_[row + 1][0], lines_[0][column + 1], lines_[row + 1][column + 1]});
}

void ReportGrid::moved()
{
    name_control(GetGridWindow(), "figures", name_ + L"　" + spoken());
    if (on_move)
        on_move();
}

void ReportGrid::on_key(wxKeyEvent& event)
{
    const int key = event.GetKeyCode();
    if ((key == WXK_RETURN || key == WXK_NUMPAD_ENTER) && !event.HasAnyModifiers())
        return on_open();
    if (key == 'C' && event.GetModifiers() == wxMOD_CONTROL)
        return on_copy();
    if (key == WXK_TAB && !event.ControlDown()) {
        Navigate(
            event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
        return;
    }
    event.Skip();
}

} // namespace views
