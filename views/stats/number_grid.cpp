#include "views/stats/number_grid.h"

#include "views/import/cell_table.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"

namespace views {

namespace {

/// A little of the letters' colour in that of the paper, be they dark or light.
wxColour shade(const wxGrid& grid)
{
    constexpr double part = 0.05;
    const auto paper = grid.GetDefaultCellBackgroundColour();
    const auto ink = grid.GetDefaultCellTextColour();
    const auto mixed = [](unsigned char of_ink, unsigned char of_paper) {
        return wxColour::AlphaBlend(of_ink, of_paper, part);
    };
    return {mixed(ink.Red(), paper.Red()), mixed(ink.Green(), paper.Green()),
        mixed(ink.Blue(), paper.Blue())};
}

/// The texts, as wxGrid asks for them.
class Texts : public wxGridTableBase {
public:
    Texts(const NumberGrid::Lines& lines, NumberGrid::IsBold is_bold, std::size_t words)
        : lines_(lines)
        , is_bold_(std::move(is_bold))
        , words_(static_cast<int>(words))
    {
    }

    int GetNumberRows() override { return static_cast<int>(lines_.size()) - 1; }
    int GetNumberCols() override { return static_cast<int>(lines_.front().size()) - 1; }
    wxString GetValue(int row, int column) override { return text(row + 1, column + 1); }
    void SetValue(int, int, const wxString&) override {}
    wxString GetRowLabelValue(int row) override { return text(row + 1, 0); }
    wxString GetColLabelValue(int column) override { return text(0, column + 1); }
    wxString GetCornerLabelValue() const override { return text(0, 0); }

    /// Every other line is shaded, to be followed across the table.
    wxGridCellAttr* GetAttr(int row, int column, wxGridCellAttr::wxAttrKind kind) override
    {
        auto* look = wxGridTableBase::GetAttr(row, column, kind);
        if (row < 0 || column < 0)
            return look;
        const bool is_bold =
            is_bold_(static_cast<std::size_t>(row), static_cast<std::size_t>(column));
        const bool is_shaded = row % 2 == 1;
        const bool is_words = column < words_;
        if (!look && (is_bold || is_shaded || is_words))
            look = new wxGridCellAttr;
        if (is_words)
            look->SetAlignment(wxALIGN_LEFT, wxALIGN_CENTRE);
        if (is_bold)
            look->SetFont(GetView()->GetDefaultCellFont().Bold());
        if (is_shaded)
            look->SetBackgroundColour(shade(*GetView()));
        return look;
    }

private:
    wxString text(int line, int place) const
    {
        return to_wx(lines_[static_cast<std::size_t>(line)][static_cast<std::size_t>(place)]);
    }

    NumberGrid::Lines lines_;
    NumberGrid::IsBold is_bold_;
    int words_;
};

} // namespace

NumberGrid::NumberGrid(wxWindow* parent, const char* name, const wxString& spoken)
    : wxGrid(parent, wxID_ANY)
    , spoken_name_(spoken)
{
    name_control(this, name, spoken);
    name_control(GetGridWindow(), "figures", spoken);
    name_control(GetGridRowLabelWindow(), "row_heads", tr("Lines by"));
    name_control(GetGridColLabelWindow(), "column_heads", tr("Columns by"));
    name_control(GetGridCornerLabelWindow(), "corner", spoken);
    EnableEditing(false);
    EnableGridLines(false); // on a screen of twice the resolution GTK leaves gaps beside them
    DisableDragRowSize();
    SetDefaultCellAlignment(wxALIGN_RIGHT, wxALIGN_CENTRE);
    SetRowLabelAlignment(wxALIGN_LEFT, wxALIGN_CENTRE);
    SetLabelFont(GetFont());
    Bind(wxEVT_KEY_DOWN, &NumberGrid::on_key, this);
    Bind(wxEVT_GRID_CELL_LEFT_DCLICK, [this](wxGridEvent&) { on_open(); });
    Bind(wxEVT_GRID_SELECT_CELL, [this](wxGridEvent& event) {
        event.Skip();
        current_ = {
            static_cast<std::size_t>(event.GetRow()), static_cast<std::size_t>(event.GetCol())};
        moved();
    });
}

void NumberGrid::show_lines(Lines lines, IsBold is_bold, bool keeps_place, std::size_t words)
{
    lines_ = std::move(lines);
    const bool is_there =
        current_.first + 1 < lines_.size() && current_.second + 1 < lines_.front().size();
    if (!keeps_place || !is_there)
        current_ = {};
    const auto [row, column] = current_;
    SetTable(new Texts(lines_, std::move(is_bold), words), true);
    fit(words);
    go_to(row, column);
    current_ = {row, column};
    moved();
}

void NumberGrid::fit(std::size_t words)
{
    constexpr int padding = 16;
    const wxGridUpdateLocker locked(this);
    std::vector<wxString> heads{GetTable()->GetCornerLabelValue()};
    for (int row = 0; row < GetNumberRows(); ++row)
        heads.push_back(GetRowLabelValue(row));
    SetRowLabelSize(word_width(*this, width_for(*this, heads)));
    for (int column = 0; column < GetNumberCols(); ++column) {
        std::vector<wxString> texts{GetColLabelValue(column)};
        const int first = column < static_cast<int>(words) ? 0 : GetNumberRows() - 1;
        for (int row = first; row < GetNumberRows(); ++row)
            texts.push_back(GetCellValue(row, column));
        SetColSize(column, word_width(*this, width_for(*this, texts)));
    }
    const int line = GetTextExtent("X").y + FromDIP(padding) / 2;
    SetColLabelSize(line + FromDIP(padding) / 4);
    SetDefaultRowSize(line, true);
}

void NumberGrid::go_to(std::size_t row, std::size_t column)
{
    GoToCell(static_cast<int>(row), static_cast<int>(column));
}

wxString NumberGrid::spoken() const
{
    const auto [row, column] = current_;
    if (row + 1 >= lines_.size() || column + 1 >= lines_.front().size())
        return {};
    return tr(
        "{1}, {2}: {3}", {lines_[row + 1][0], lines_[0][column + 1], lines_[row + 1][column + 1]});
}

void NumberGrid::moved()
{
    name_control(GetGridWindow(), "figures", spoken_name_ + L"　" + spoken());
    if (on_move)
        on_move();
}

void NumberGrid::on_key(wxKeyEvent& event)
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
