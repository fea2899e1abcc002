#include "views/list/list_head.h"

#include "views/widgets/colours.h"
#include "views/widgets/column_head.h"
#include "views/widgets/letters.h"
#include "views/widgets/line_height.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"

#include <wx/headerctrl.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>
#include <wx/wupdlock.h>

#include <algorithm>

namespace views {

namespace {

constexpr int narrowest = 30;

/// What a filter's cell understands, for its tip.
wxString syntax()
{
    // TRANSLATORS: a tip over the filter cells of lists, one line for each way to filter
    return tr("words: holds them\n=value  !=value: is it, is another\n=  !=: is empty, is "
              "filled\n>  >=  <  <=: from or up to there\n10..20: from one to the other");
}

} // namespace

/// wxHeaderCtrl asks for its columns one by one.
class ListHead::Heads : public wxHeaderCtrl {
public:
    explicit Heads(wxWindow* parent)
    {
        Create(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxHD_ALLOW_REORDER);
    }

    void show(std::vector<wxHeaderColumnSimple> columns)
    {
        columns_ = std::move(columns);
        SetColumnCount(static_cast<unsigned>(columns_.size()));
        if (!columns_.empty())
            ResetColumnsOrder();
        Refresh();
    }

    int width(std::size_t column) const { return columns_.at(column).GetWidth(); }

    void set_width(std::size_t column, int width)
    {
        columns_.at(column).SetWidth(width);
        UpdateColumn(static_cast<unsigned>(column));
    }

protected:
    const wxHeaderColumn& GetColumn(unsigned column) const override { return columns_.at(column); }

private:
    std::vector<wxHeaderColumnSimple> columns_;
};

ListHead::ListHead(wxWindow* parent)
    : wxPanel(parent)
    , heads_(new Heads(this))
    , row_(new wxPanel(this))
{
    name_control(heads_, "heads", tr("Columns"));
    name_control(row_, "filters");
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(heads_, wxSizerFlags().Expand());
    all->Add(row_, wxSizerFlags().Expand());
    SetSizer(all);
    bind_heads();
}

void ListHead::bind_heads()
{
    const auto column = [](const wxHeaderCtrlEvent& event) {
        return static_cast<std::size_t>(event.GetColumn());
    };
    heads_->Bind(wxEVT_HEADER_CLICK, [this, column](wxHeaderCtrlEvent& event) {
        const bool one_more = wxGetKeyState(WXK_CONTROL) || wxGetKeyState(WXK_SHIFT);
        if (on_sort)
            on_sort(*layout_.columns.at(column(event)).field, one_more);
    });
    heads_->Bind(wxEVT_HEADER_RIGHT_CLICK, [this, column](wxHeaderCtrlEvent& event) {
        if (on_menu && event.GetColumn() >= 0)
            on_menu(*layout_.columns.at(column(event)).field);
    });
    const auto resized = [this, column](wxHeaderCtrlEvent& event) {
        const int width = std::max(event.GetWidth(), FromDIP(narrowest));
        heads_->set_width(column(event), width);
        place_cells();
        if (on_resize)
            on_resize(column(event), width);
    };
    heads_->Bind(wxEVT_HEADER_RESIZING, resized);
    heads_->Bind(wxEVT_HEADER_END_RESIZE, resized);
    heads_->Bind(wxEVT_HEADER_END_REORDER, [this, column](wxHeaderCtrlEvent& event) {
        event.Veto(); // the columns are shown anew in their new order
        CallAfter([this, from = column(event), to = event.GetNewOrder()] {
            if (on_move)
                on_move(from, to);
        });
    });
}

void ListHead::show(const ListLayout& layout)
{
    const wxWindowUpdateLocker still(this);
    std::vector<wxHeaderColumnSimple> heads;
    for (const auto& [field, width] : layout.columns) {
        const auto found =
            std::ranges::find(layout.order, field, &model::ListingQuery::SortKey::field);
        auto title = column_head(*field);
        if (found != layout.order.end() && layout.order.size() > 1)
            title += wxString::Format(" (%d)", static_cast<int>(found - layout.order.begin()) + 1);
        auto& head = heads.emplace_back(title, word_width(*this, width), wxALIGN_LEFT,
            wxCOL_RESIZABLE | wxCOL_SORTABLE | wxCOL_REORDERABLE);
        if (found != layout.order.end())
            head.SetSortOrder(!found->descending);
    }
    heads_->show(std::move(heads));

    const bool is_same = std::ranges::equal(layout.columns, layout_.columns, {},
        &ListLayout::Column::field, &ListLayout::Column::field);
    layout_ = layout;
    if (!is_same) {
        std::erase_if(filters_, [&](const auto& filter) { return !layout.shows(*filter.first); });
        row_->DestroyChildren();
        cells_.clear();
        for (const auto& column : layout_.columns)
            add_cell(*column.field);
    }
    place_cells();
}

void ListHead::add_cell(const model::FieldDef& field)
{
    auto* cell = new wxTextCtrl(row_, wxID_ANY, to_wx(filter_of(field)), wxDefaultPosition,
        wxDefaultSize, wxTE_PROCESS_ENTER);
    cell->SetHint(tr("Filter"));
    show_tip(*cell);
    name_control(cell, "filter." + std::string(field.name),
        tr("Filter by {1}", {from_wx(column_head(field))}));
    bind_cell(*cell, field);
    cells_.push_back(cell);
}

void ListHead::bind_cell(wxTextCtrl& cell, const model::FieldDef& field)
{
    cell.Bind(wxEVT_TEXT, [this, &cell, &field](wxCommandEvent&) { typed(field, cell); });
    cell.Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
        if (on_leave)
            on_leave();
    });
    // Characters come after the input method took its own, key downs would come before.
    cell.Bind(wxEVT_CHAR, &ListHead::on_cell_key, this);
    cell.Bind(wxEVT_SET_FOCUS, [this, &cell](wxFocusEvent& event) {
        event.Skip();
        last_ = static_cast<std::size_t>(std::ranges::find(cells_, &cell) - cells_.begin());
        if (on_reach && last_ < cells_.size())
            on_reach(left_of(last_), left_of(last_) + heads_->width(last_));
    });
}

void ListHead::on_cell_key(wxKeyEvent& event)
{
    auto* cell = dynamic_cast<wxTextCtrl*>(event.GetEventObject());
    const int key = event.GetKeyCode();
    if (key == WXK_ESCAPE && cell && !cell->IsEmpty())
        return cell->Clear();
    if ((key == WXK_ESCAPE || key == WXK_DOWN) && on_leave)
        return on_leave();
    event.Skip();
}

std::string& ListHead::filter_of(const model::FieldDef& field)
{
    const auto found = std::ranges::find(filters_, &field, &Filters::value_type::first);
    return found != filters_.end() ? found->second : filters_.emplace_back(&field, "").second;
}

void ListHead::typed(const model::FieldDef& field, wxTextCtrl& cell)
{
    filter_of(field) = from_wx(cell.GetValue());
    show_understanding(field, cell);
    show_tip(cell);
    if (on_filter)
        on_filter();
}

/// Over what is typed it would hide the rows that were found.
void ListHead::show_tip(wxTextCtrl& cell)
{
    if (cell.IsEmpty())
        cell.SetToolTip(syntax());
    else
        cell.UnsetToolTip();
}

void ListHead::show_understanding(const model::FieldDef& field, wxTextCtrl& cell)
{
    const bool understood = model::CellFilter(field, filter_of(field)).is_understood();
    cell.SetForegroundColour(understood ? wxNullColour : colour_of(model::Level::refuse));
}

void ListHead::set_filters(const Filters& filters)
{
    filters_.clear();
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        const auto& field = *layout_.columns[i].field;
        const auto found = std::ranges::find(filters, &field, &Filters::value_type::first);
        filter_of(field) = found == filters.end() ? std::string() : found->second;
        cells_[i]->ChangeValue(to_wx(filter_of(field)));
        show_understanding(field, *cells_[i]);
        show_tip(*cells_[i]);
    }
}

void ListHead::focus()
{
    if (!cells_.empty())
        cells_[std::min(last_, cells_.size() - 1)]->SetFocus();
}

int ListHead::left_of(std::size_t column) const
{
    int left = 0;
    for (std::size_t i = 0; i < column; ++i)
        left += heads_->width(i);
    return left;
}

void ListHead::place_cells()
{
    const wxWindowUpdateLocker still(row_);
    int left = -left_;
    int height = 0;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        const int width = heads_->width(i);
        height = line_height(*cells_[i]);
        cells_[i]->SetSize(left, 0, width, height);
        left += width;
    }
    if (row_->GetMinSize().y != height) {
        row_->SetMinSize({-1, height});
        GetParent()->Layout();
    }
}

void ListHead::scroll_to(int left)
{
    if (left == left_)
        return;
    heads_->ScrollWindow(left_ - left, 0);
    left_ = left;
    place_cells();
}

} // namespace views
