#include "views/stats/figure_grid.h"

#include "views/import/cell_table.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"

#include <algorithm>

namespace views {

namespace {

/// The texts of a table, as wxGrid asks for them.
class Cells : public wxGridTableBase {
public:
    Cells(const model::FigureTable& table, const std::vector<std::size_t>& places)
        : lines_(model::lines_of(table, places, language()))
    {
        for (const auto place : places)
            bold_.push_back(!table.lines.at(place).is_part && has_parts(table));
        bold_.push_back(true); // the totals
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
        if (row < 0 || !bold_.at(static_cast<std::size_t>(row)))
            return look;
        if (!look)
            look = new wxGridCellAttr;
        look->SetFont(GetView()->GetDefaultCellFont().Bold());
        return look;
    }

private:
    static bool has_parts(const model::FigureTable& table)
    {
        return std::ranges::any_of(table.lines, &model::FigureLine::is_part);
    }

    wxString text(int line, int place) const
    {
        return to_wx(lines_[static_cast<std::size_t>(line)][static_cast<std::size_t>(place)]);
    }

    std::vector<std::vector<std::string>> lines_;
    std::vector<bool> bold_;
};

} // namespace

FigureGrid::FigureGrid(wxWindow* parent, const wxString& spoken)
    : wxGrid(parent, wxID_ANY)
    , spoken_(spoken)
{
    name_control(this, "figure_table", spoken);
    name_control(GetGridWindow(), "figures", spoken);
    name_control(GetGridRowLabelWindow(), "row_heads", tr("Lines by"));
    name_control(GetGridColLabelWindow(), "column_heads", tr("Columns by"));
    name_control(GetGridCornerLabelWindow(), "corner", spoken);
    EnableEditing(false);
    DisableDragRowSize();
    SetDefaultCellAlignment(wxALIGN_RIGHT, wxALIGN_CENTRE);
    SetRowLabelAlignment(wxALIGN_LEFT, wxALIGN_CENTRE);
    SetLabelFont(GetFont());
    Bind(wxEVT_KEY_DOWN, &FigureGrid::on_key, this);
    Bind(wxEVT_GRID_CELL_LEFT_DCLICK, [this](wxGridEvent&) { on_open(); });
    Bind(wxEVT_GRID_SELECT_CELL, [this](wxGridEvent& event) {
        event.Skip();
        current_ = {
            static_cast<std::size_t>(event.GetRow()), static_cast<std::size_t>(event.GetCol())};
        moved();
    });
}

void FigureGrid::show(
    std::shared_ptr<const model::FigureTable> table, std::vector<std::size_t> places)
{
    // Counted anew, the same table keeps its place.
    const bool is_same = places_ == places;
    table_ = std::move(table);
    places_ = std::move(places);
    if (!is_same || current_.first > places_.size() || current_.second >= table_->columns.size())
        current_ = {};
    const auto [row, column] = current_;
    SetTable(new Cells(*table_, places_), true);
    fit();
    go_to(row, column);
    current_ = {row, column};
    moved();
}

void FigureGrid::fit()
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

const model::FigureLine* FigureGrid::line() const
{
    if (!table_)
        return nullptr;
    return current_.first < places_.size() ? &table_->lines.at(places_[current_.first])
                                           : &table_->total;
}

void FigureGrid::go_to(std::size_t row, std::size_t column)
{
    GoToCell(static_cast<int>(row), static_cast<int>(column));
}

wxString FigureGrid::spoken() const
{
    const auto* shown = line();
    if (!shown)
        return {};
    return tr("{1}, {2}: {3}",
        {shown->name, from_wx(tr(table_->columns.at(column()).label)),
            std::to_string(shown->figures.at(column()).count())});
}

void FigureGrid::moved()
{
    name_control(GetGridWindow(), "figures", spoken_ + L"　" + spoken());
    if (on_move)
        on_move();
}

void FigureGrid::on_key(wxKeyEvent& event)
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
