#include "views/list/row_table.h"

#include "views/widgets/colours.h"
#include "views/widgets/column_head.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_table.h"
#include "views/widgets/tr.h"

#include <wx/settings.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

namespace views {

namespace {

constexpr int breath = 10; ///< milliseconds in which keys and painting have their turn
constexpr auto a_go =
    std::chrono::milliseconds(50);          ///< each ends with all painted anew: not shorter
constexpr std::size_t rows_at_a_time = 500; ///< a key waits for so many

const char* sign_of(RowMark mark)
{
    switch (mark) {
    case RowMark::conflict:
        return "▲ ";
    case RowMark::error:
        return "× ";
    case RowMark::warning:
        return "! ";
    case RowMark::none:
        break;
    }
    return "";
}

} // namespace

class RowTable::Model : public wxDataViewVirtualListModel {
public:
    explicit Model(RecordRows& rows) : rows_(rows) {}

    void GetValueByRow(wxVariant& cell, unsigned row, unsigned column) const override
    {
        const bool is_there = row < rows_.size() && column < rows_.columns().size();
        auto text = is_there ? rows_.text(row, column) : wxString();
        if (is_there && column == 0)
            text = marked(row, text);
        cell = text;
    }

    bool GetAttrByRow(unsigned row, unsigned, wxDataViewItemAttr& look) const override
    {
        if (row >= rows_.size())
            return false;
        const auto mark = rows_.mark(row);
        if (mark != RowMark::none)
            look.SetColour(
                colour_of(mark == RowMark::error ? model::Level::refuse : model::Level::warn));
        else if (rows_.has_ended(row))
            look.SetColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
        look.SetBold(rows_.is_group(row) || mark == RowMark::conflict);
        return !look.IsDefault();
    }

    bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

private:
    /// With what the colour of its row says.
    wxString marked(unsigned row, const wxString& text) const
    {
        const auto mark = rows_.mark(row);
        if (mark == RowMark::none && rows_.has_ended(row))
            return tr("(ended) {1}", {from_wx(text)});
        return wxString::FromUTF8(sign_of(mark)) + text;
    }

    RecordRows& rows_;
};

RowTable::RowTable(wxWindow* parent, RecordRows& rows)
    : wxDataViewCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
        wxDV_ROW_LINES | wxDV_VERT_RULES | wxDV_NO_HEADER | wxDV_MULTIPLE | wxBORDER_NONE)
    , rows_(rows)
    , model_(new Model(rows))
    , giving_(this)
{
    AssociateModel(model_.get());
    leave_search(*this);
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { give_more(); });
    Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        note_selection();
        const auto chosen = selected_rows();
        if (chosen.size() != 1)
            return;
        last_row_ = chosen.front();
        marked_ = rows_.id(last_row_);
        if (on_select)
            on_select(marked_);
    });
    Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
        if (const auto group = current_group())
            fold(*group, !rows_.is_folded(*group));
        else if (on_activate)
            on_activate();
    });
    Bind(wxEVT_DATAVIEW_ITEM_CONTEXT_MENU, [this](wxDataViewEvent&) {
        if (on_menu)
            on_menu();
    });
    Bind(wxEVT_CHAR_HOOK, &RowTable::on_key, this);
}

/// A menu's Ctrl+C and Ctrl+V would take them from the texts of the form, and GTK's tables take
/// Ctrl+P before the menu hears of it.
void RowTable::on_key(wxKeyEvent& event)
{
    const bool with_control = event.GetModifiers() == wxMOD_CONTROL;
    const bool asks_for_menu = event.GetKeyCode() == WXK_MENU
        || event.GetKeyCode() == WXK_WINDOWS_MENU
        || (event.GetKeyCode() == WXK_F10 && event.GetModifiers() == wxMOD_SHIFT);
    if (asks_for_menu && on_menu)
        return on_menu();
    const bool folds = event.GetKeyCode() == WXK_LEFT || event.GetKeyCode() == WXK_RIGHT;
    if (const auto group = folds && !event.HasAnyModifiers() ? current_group() : std::nullopt)
        return fold(*group, event.GetKeyCode() == WXK_LEFT);
    if (with_control && event.GetKeyCode() == 'C' && on_copy)
        guarded(this, on_copy);
    else if (with_control && event.GetKeyCode() == 'V' && on_paste)
        guarded(this, on_paste);
    else if (with_control && event.GetKeyCode() == 'P' && on_print)
        guarded(this, on_print);
    else if (with_control && event.GetKeyCode() == 'A' && on_select_all)
        on_select_all();
    else
        event.Skip();
}

void RowTable::show_columns(const ListLayout& layout)
{
    ClearColumns();
    for (unsigned i = 0; i < layout.columns.size(); ++i) {
        const auto& [field, width] = layout.columns[i];
        auto* column = AppendTextColumn(column_head(*field), i, wxDATAVIEW_CELL_INERT,
            word_width(*this, width), wxALIGN_LEFT, 0);
        column->GetRenderer()->EnableEllipsize(wxELLIPSIZE_END);
    }
}

/// The first of the rows come at once, the others while nobody types.
void RowTable::show_rows(bool keeps_selection)
{
    const auto chosen = keeps_selection ? std::exchange(chosen_, {}) : std::vector<model::Uuid>{};
    const bool all = keeps_selection && all_chosen_;
    chosen_.clear();
    all_chosen_ = false;
    UnselectAll();
    const std::size_t given = model_->GetCount();
    const auto first = std::min(rows_.size(), rows_at_once());
    // Rows that are there already only change their words: a table made anew would be seen empty.
    if (given > 0 && given <= rows_.size()) {
        repaint_rows(*this);
        give_rows(first);
    } else {
        model_->Reset(static_cast<unsigned>(first));
    }
    const auto row = rows_.row_of(marked_);
    if (row && is_awaited_)
        give_rows(*row + 1);
    if (!chosen.empty())
        select_again(chosen, all);
    else if (row && *row < model_->GetCount())
        mark(*row);
    if (model_->GetCount() < rows_.size())
        giving_.StartOnce(breath);
}

/// Of several; a single one is the marked record.
void RowTable::note_selection()
{
    const auto rows = selected_rows();
    chosen_.clear();
    all_chosen_ = rows.size() > 1 && rows.size() == rows_.found();
    if (rows.size() > 1)
        for (const auto row : rows)
            chosen_.push_back(rows_.id(row));
}

void RowTable::select_again(const std::vector<model::Uuid>& records, bool all)
{
    if (all && records.size() == rows_.found())
        return select_all();
    const std::set<model::Uuid> wanted(records.begin(), records.end());
    for (std::size_t row = 0; row < rows_.size(); ++row)
        if (!rows_.is_group(row) && wanted.contains(rows_.id(row))) {
            give_rows(row + 1);
            Select(model_->GetItem(static_cast<unsigned>(row)));
        }
    note_selection();
}

void RowTable::give_rows(std::size_t count)
{
    for (auto given = model_->GetCount(); given < std::min(count, rows_.size()); ++given)
        model_->RowAppended();
}

void RowTable::give_more()
{
    const std::size_t before = model_->GetCount();
    const auto end = std::chrono::steady_clock::now() + a_go;
    do
        give_rows(model_->GetCount() + rows_at_a_time);
    while (model_->GetCount() < rows_.size() && std::chrono::steady_clock::now() < end
        && !is_input_waiting());
    const auto marked = rows_.row_of(marked_);
    if (marked && *marked >= before && *marked < model_->GetCount())
        Select(model_->GetItem(static_cast<unsigned>(*marked)));
    if (model_->GetCount() < rows_.size())
        giving_.StartOnce(breath);
}

std::vector<std::size_t> RowTable::selected_rows() const
{
    wxDataViewItemArray items;
    GetSelections(items);
    std::vector<std::size_t> rows;
    for (const auto& item : items)
        if (const auto row = model_->GetRow(item); row < rows_.size() && !rows_.is_group(row))
            rows.push_back(row);
    std::ranges::sort(rows);
    return rows;
}

std::optional<model::Uuid> RowTable::selected() const
{
    const auto rows = selected_rows();
    return rows.size() == 1 ? std::optional(rows_.id(rows.front())) : std::nullopt;
}

std::size_t RowTable::current_column() const
{
    const auto* column = GetCurrentColumn();
    return column ? column->GetModelColumn() : 0;
}

std::optional<model::Uuid> RowTable::near_last() const
{
    const auto row = std::min(last_row_, std::max<std::size_t>(rows_.size(), 1) - 1);
    const auto below = record_at(row, 1);
    return below ? below : record_at(row, -1);
}

/// The record in that row or in the next one that is no group.
std::optional<model::Uuid> RowTable::record_at(std::size_t row, int direction) const
{
    for (; row < rows_.size(); row += static_cast<std::size_t>(direction)) // before the first: ends
        if (!rows_.is_group(row))
            return rows_.id(row);
    return std::nullopt;
}

std::optional<std::size_t> RowTable::current_group() const
{
    const auto item = GetCurrentItem();
    const auto row = item.IsOk() ? model_->GetRow(item) : rows_.size();
    return row < rows_.size() && rows_.is_group(row) ? std::optional<std::size_t>(row)
                                                     : std::nullopt;
}

void RowTable::fold(std::size_t row, bool folded)
{
    if (rows_.is_folded(row) == folded)
        return;
    rows_.fold(row, folded);
    show_rows();
    give_rows(row + 1);
    const auto item = model_->GetItem(static_cast<unsigned>(row));
    SetCurrentItem(item);
    EnsureVisible(item);
}

void RowTable::fold_all(bool folded)
{
    rows_.fold_all(folded);
    show_rows();
}

void RowTable::select(const model::Uuid& id, bool is_awaited)
{
    marked_ = id;
    UnselectAll();
    is_awaited_ = is_awaited;
    if (const auto row = rows_.row_of(id)) {
        give_rows(*row + 1);
        mark(*row);
    }
}

void RowTable::mark(std::size_t row)
{
    last_row_ = row;
    is_awaited_ = false;
    const auto item = model_->GetItem(static_cast<unsigned>(row));
    SetCurrentItem(item);
    Select(item);
    if (row > 0 && rows_.is_group(row - 1))
        EnsureVisible(model_->GetItem(static_cast<unsigned>(row - 1)));
    EnsureVisible(item);
}

void RowTable::select_all()
{
    give_rows(rows_.size());
    SelectAll();
    note_selection();
}

void RowTable::step(int rows)
{
    const auto id = selected();
    const auto at = id ? static_cast<std::ptrdiff_t>(rows_.row_of(*id).value_or(0)) : -1;
    const auto last = std::max<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(rows_.size()) - 1, 0);
    const auto to = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at + rows, 0, last));
    const auto next = record_at(to, rows < 0 ? -1 : 1);
    if (!next)
        return;
    select(*next, false);
    if (on_select)
        on_select(*next);
}

} // namespace views
