#include "views/import/cell_table.h"

#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/platform_table.h"

#include <algorithm>
#include <optional>

namespace views {

namespace {

constexpr std::size_t told_one_by_one = 2000; ///< rows; more are shown anew faster than one by one
constexpr int room_of_a_scrollbar = 16;       ///< in DIPs

} // namespace

class CellTable::Model : public wxDataViewVirtualListModel {
public:
    explicit Model(CellTable& table) : table_(table) {}

    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override
    {
        value = is_there(row, column) ? table_.cell_of_(row, column).text : wxString();
    }

    bool GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& look) const override
    {
        if (!is_there(row, column))
            return false;
        const auto cell = table_.cell_of_(row, column);
        if (cell.colour.IsOk())
            look.SetColour(cell.colour);
        if (cell.background.IsOk())
            look.SetBackgroundColour(cell.background);
        look.SetBold(cell.bold);
        return cell.colour.IsOk() || cell.background.IsOk() || cell.bold;
    }

    bool SetValueByRow(const wxVariant& value, unsigned row, unsigned column) override
    {
        if (is_there(row, column) && value.GetString() != table_.cell_of_(row, column).text)
            table_.CallAfter([&table = table_, row, column, text = value.GetString()] {
                table.type(row, column, text);
            });
        return true;
    }

private:
    bool is_there(std::size_t row, std::size_t column) const
    {
        return row < table_.rows_ && column < table_.columns_.size();
    }

    CellTable& table_;
};

CellTable::CellTable(wxWindow* parent, const char* name, const wxString& spoken, Choosing choosing)
    : wxDataViewCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
        wxDV_ROW_LINES | wxDV_VERT_RULES
            | (choosing == Choosing::several ? wxDV_MULTIPLE : wxDV_SINGLE))
    , model_(new Model(*this))
{
    name_control(this, name, spoken);
    AssociateModel(model_.get());
    leave_search(*this);
    Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        if (const auto row = current(); row && on_choose)
            on_choose(*row);
    });
    Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
        const auto rows = chosen();
        if (!rows.empty() && on_activate)
            on_activate(rows.front());
    });
    Bind(wxEVT_KEY_DOWN, &CellTable::on_key, this);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        fill_width();
    });
}

void CellTable::show(const std::vector<Column>& columns, std::size_t rows, CellOf cell_of)
{
    rows_ = 0;
    model_->Reset(0);
    ClearColumns();
    columns_ = columns;
    cell_of_ = std::move(cell_of);
    for (unsigned i = 0; i < columns_.size(); ++i) {
        const auto mode = columns_[i].editable ? wxDATAVIEW_CELL_EDITABLE : wxDATAVIEW_CELL_INERT;
        auto* renderer = new wxDataViewTextRenderer("string", mode);
        renderer->EnableEllipsize(columns_[i].shows_end ? wxELLIPSIZE_MIDDLE : wxELLIPSIZE_END);
        AppendColumn(new wxDataViewColumn(columns_[i].head, renderer, i,
            word_width(*this, columns_[i].width), wxALIGN_LEFT, wxDATAVIEW_COL_RESIZABLE));
    }
    fill_width();
    show_rows(rows);
}

void CellTable::fill_width()
{
    int room = GetClientSize().x - FromDIP(room_of_a_scrollbar);
    for (const auto& column : columns_)
        room -= column.grows ? 0 : word_width(*this, column.width);
    for (unsigned i = 0; i < columns_.size(); ++i)
        if (columns_[i].grows)
            GetColumn(i)->SetWidth(std::max(room, word_width(*this, columns_[i].width)));
}

void CellTable::show_rows(std::size_t rows)
{
    const bool as_many = rows == rows_;
    rows_ = rows;
    const auto here = current();
    if (!as_many || rows > told_one_by_one) {
        model_->Reset(static_cast<unsigned>(rows));
        if (as_many && here)
            go_to(*here, 0);
        return;
    }
    for (unsigned row = 0; row < rows; ++row)
        model_->RowChanged(row);
}

void CellTable::tell_changed(std::size_t row)
{
    if (row < rows_)
        model_->RowChanged(static_cast<unsigned>(row));
}

void CellTable::go_to(std::size_t row, std::size_t column)
{
    if (row >= rows_ || column >= columns_.size())
        return;
    const auto item = model_->GetItem(static_cast<unsigned>(row));
    UnselectAll();
    SetCurrentItem(item);
    Select(item);
    EnsureVisible(item, GetColumn(static_cast<unsigned>(column)));
}

void CellTable::choose_first()
{
    choose({0});
}

void CellTable::choose(const std::vector<std::size_t>& rows)
{
    UnselectAll();
    for (const auto row : rows)
        if (row < rows_)
            Select(model_->GetItem(static_cast<unsigned>(row)));
}

void CellTable::edit(std::size_t row, std::size_t column)
{
    if (row >= rows_ || column >= columns_.size() || !columns_[column].editable)
        return;
    go_to(row, column);
    SetFocus();
    EditItem(model_->GetItem(static_cast<unsigned>(row)), GetColumn(static_cast<unsigned>(column)));
}

void CellTable::type(std::size_t row, std::size_t column, const wxString& text)
{
    if (on_edit && row < rows_)
        on_edit(row, column, text);
}

std::optional<std::size_t> CellTable::current() const
{
    const auto item = GetSelection();
    if (!item.IsOk() || model_->GetRow(item) >= rows_)
        return std::nullopt;
    return model_->GetRow(item);
}

std::vector<std::size_t> CellTable::chosen() const
{
    wxDataViewItemArray items;
    GetSelections(items);
    std::vector<std::size_t> chosen;
    for (const auto& item : items)
        if (const auto row = model_->GetRow(item); row < rows_)
            chosen.push_back(row);
    std::ranges::sort(chosen);
    return chosen;
}

void CellTable::on_key(wxKeyEvent& event)
{
    const auto row = current();
    const auto* column = GetCurrentColumn();
    if (event.GetKeyCode() == WXK_F2 && row && column)
        return edit(*row, column->GetModelColumn());
    event.Skip();
}

int width_for(const wxWindow& window, const std::vector<wxString>& texts)
{
    constexpr int narrowest = 60;
    constexpr int widest = 260;
    constexpr int around = 24;
    int width = 0;
    for (const auto& text : texts)
        width =
            std::max(width, dips_of_words(window, window.GetTextExtent(text.BeforeFirst('\n')).x));
    width += width / 8; // bold letters are wider
    return std::clamp(width + around, narrowest, widest);
}

} // namespace views
