#include "views/stats/cross_grid.h"

#include "views/import/cell_table.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"

#include <algorithm>

namespace views {

namespace {

/// The texts of a table, as wxGrid asks for them.
class Figures : public wxGridTableBase {
public:
    explicit Figures(std::shared_ptr<const model::CrossTable> table)
        : table_(std::move(table))
        , lines_(model::lines_of(*table_, language()))
    {
    }

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
        if (row + 1 < GetNumberRows() && column + 1 < GetNumberCols())
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

    std::shared_ptr<const model::CrossTable> table_;
    std::vector<std::vector<std::string>> lines_;
};

} // namespace

CrossGrid::CrossGrid(wxWindow* parent) : wxGrid(parent, wxID_ANY)
{
    name_control(this, "crosstab", tr("Cross-table"));
    name_control(GetGridWindow(), "figures", tr("Cross-table"));
    name_control(GetGridRowLabelWindow(), "row_heads", tr("Lines by"));
    name_control(GetGridColLabelWindow(), "column_heads", tr("Columns by"));
    name_control(GetGridCornerLabelWindow(), "corner", tr("Cross-table"));
    EnableEditing(false);
    DisableDragRowSize();
    SetDefaultCellAlignment(wxALIGN_RIGHT, wxALIGN_CENTRE);
    SetRowLabelAlignment(wxALIGN_LEFT, wxALIGN_CENTRE);
    SetLabelFont(GetFont());
    Bind(wxEVT_KEY_DOWN, &CrossGrid::on_key, this);
    Bind(wxEVT_GRID_CELL_LEFT_DCLICK, [this](wxGridEvent&) { on_open(); });
    Bind(wxEVT_GRID_SELECT_CELL, [this](wxGridEvent& event) {
        event.Skip();
        current_ = {
            static_cast<std::size_t>(event.GetRow()), static_cast<std::size_t>(event.GetCol())};
        moved();
    });
}

void CrossGrid::show(std::shared_ptr<const model::CrossTable> table)
{
    // Counted anew, the same table keeps its place.
    const bool is_same = table_ && table_->question == table->question;
    table_ = std::move(table);
    if (!is_same || current_.first > table_->rows.size()
        || current_.second > table_->columns.size())
        current_ = {};
    const auto [row, column] = current_;
    SetTable(new Figures(table_), true);
    fit();
    go_to(row, column);
    current_ = {row, column};
    moved();
}

void CrossGrid::fit()
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

std::pair<std::size_t, std::size_t> CrossGrid::current() const
{
    return current_;
}

void CrossGrid::go_to(std::size_t row, std::size_t column)
{
    GoToCell(static_cast<int>(row), static_cast<int>(column));
}

wxString CrossGrid::spoken() const
{
    if (!table_)
        return {};
    const auto [row, column] = current();
    const auto total = from_wx(tr("Total"));
    const auto head = row < table_->rows.size() ? table_->rows[row].label : total;
    const auto figure = table_->figure(row, column);
    if (table_->columns.empty())
        return tr("{1}: {2}", {head, figure});
    return tr("{1}, {2}: {3}",
        {head, column < table_->columns.size() ? table_->columns[column].label : total, figure});
}

void CrossGrid::moved()
{
    name_control(GetGridWindow(), "figures", tr("Cross-table") + L"　" + spoken());
    if (on_move)
        on_move();
}

void CrossGrid::on_key(wxKeyEvent& event)
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
