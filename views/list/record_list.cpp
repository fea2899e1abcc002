#include "views/list/record_list.h"

#include "views/list/list_dialogs.h"
#include "views/list/shown_rows.h"
#include "views/widgets/colours.h"
#include "views/widgets/errors.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/platform_table.h"
#include "views/widgets/tr.h"

#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/menu.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>
#include <wx/utils.h>

#include <algorithm>

namespace views {

namespace {

constexpr std::int64_t worth_a_thread = 3000; ///< records; fewer are read within a blink
constexpr int breath = 30; ///< milliseconds in which keys and painting have their turn
constexpr std::size_t rows_in_a_go = 4000; ///< as many as take less than a blink

std::string setting(const model::EntityDef& def)
{
    return "list/" + std::string(def.name);
}

} // namespace

class RecordList::Model : public wxDataViewVirtualListModel {
public:
    explicit Model(RecordRows& rows) : rows_(rows) {}

    void GetValueByRow(wxVariant& cell, unsigned row, unsigned column) const override
    {
        const bool is_there = row < rows_.size() && column < rows_.columns().size();
        cell = is_there ? rows_.text(row, column) : wxString();
    }

    bool GetAttrByRow(unsigned row, unsigned, wxDataViewItemAttr& look) const override
    {
        if (row >= rows_.size() || !rows_.has_ended(row))
            return false;
        look.SetColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
        return true;
    }

    bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

private:
    RecordRows& rows_;
};

RecordList::RecordList(
    wxWindow* parent, model::RecordStore& store, const model::EntityDef& def, ListWorld world)
    : wxPanel(parent)
    , store_(store)
    , def_(def)
    , world_(std::move(world))
    , rows_(store, def)
    , layout_(ListLayout::parse(def, world_.settings.read(setting(def))))
    , counts_(new wxStaticText(this, wxID_ANY, {}))
    , filtered_(new wxButton(this, wxID_ANY, tr("Filtered: show all"), wxDefaultPosition,
          wxDefaultSize, wxBU_EXACTFIT))
    , filter_(new wxSearchCtrl(this, wxID_ANY))
    , head_(new ListHead(this))
    , table_(new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
          wxDV_ROW_LINES | wxDV_VERT_RULES | wxDV_NO_HEADER | wxDV_MULTIPLE | wxBORDER_NONE))
    , model_(new Model(rows_))
    , giving_(this)
{
    name_control(counts_, "counts");
    name_control(filtered_, "filtered");
    name_control(filter_, "filter", tr("Filter by any shown column"));
    name_control(table_, "table", tr(def.plural));
    table_->AssociateModel(model_.get());
    leave_search(*table_);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(make_top(), wxSizerFlags().Expand().Border(wxALL, FromDIP(6)));
    all->Add(head_, wxSizerFlags().Expand());
    all->Add(table_, wxSizerFlags(1).Expand());
    SetSizer(all);
    wire_head();
    wire_table();
    show_layout();
    refresh();
}

wxSizer* RecordList::make_top()
{
    auto* heading = new wxStaticText(this, wxID_ANY, tr(def_.plural));
    heading->SetFont(heading->GetFont().Bold().Larger());
    filtered_->SetForegroundColour(colour_of(model::Level::warn));
    filtered_->SetToolTip(tr("Takes all filters away (F8)"));
    filtered_->Hide();
    filter_->SetDescriptiveText(tr("Filter by any shown column"));
    filter_->ShowCancelButton(true);
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(heading, wxSizerFlags().CenterVertical());
    top->Add(counts_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(12)));
    top->Add(filtered_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(12)));
    top->AddStretchSpacer();
    top->Add(filter_, wxSizerFlags(1).CenterVertical());

    filtered_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        guarded(this, [this] { clear_filters(); });
        focus_table();
    });
    filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { guarded(this, [this] { refresh(); }); });
    filter_->Bind(wxEVT_SEARCHCTRL_CANCEL_BTN, [this](wxCommandEvent&) { filter_->Clear(); });
    filter_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const int key = event.GetKeyCode();
        if (key == WXK_ESCAPE && !filter_->IsEmpty())
            return filter_->Clear();
        if (key == WXK_ESCAPE || key == WXK_DOWN)
            return focus_table();
        event.Skip();
    });
    return top;
}

void RecordList::wire_head()
{
    head_->on_filter = [this] { guarded(this, [this] { refresh(); }); };
    head_->on_leave = [this] { focus_table(); };
    head_->on_sort = [this](const auto& field, bool one_more) {
        guarded(this, [&] { sort_by(field, one_more); });
    };
    head_->on_resize = [this](std::size_t column, int width) {
        layout_.columns.at(column).width = ToDIP(width);
        table_->GetColumn(static_cast<unsigned>(column))->SetWidth(width);
        remember();
    };
    head_->on_move = [this](std::size_t from, std::size_t to) {
        auto layout = layout_;
        const auto moved = layout.columns.at(from);
        layout.columns.erase(layout.columns.begin() + static_cast<std::ptrdiff_t>(from));
        layout.columns.insert(layout.columns.begin() + static_cast<std::ptrdiff_t>(to), moved);
        guarded(this, [&] { arrange(layout); });
    };
    head_->on_menu = [this](const auto& field) { show_menu(field); };
    head_->on_reach = [this](int left, int right) { scroll_sideways(*table_, left, right); };
    watch_scrolling(*table_, [this](int left) { head_->scroll_to(left); });
}

void RecordList::wire_table()
{
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { give_more(); });
    table_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        const auto rows = selected_rows();
        if (rows.size() != 1)
            return;
        last_row_ = rows.front();
        marked_ = rows_.id(last_row_);
        if (on_select)
            on_select(marked_);
    });
    table_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
        if (on_activate)
            on_activate();
    });
    // A menu's Ctrl+C would take it from the texts of the form.
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const auto* focus = wxWindow::FindFocus();
        if (!focus || (focus != table_ && !table_->IsDescendant(const_cast<wxWindow*>(focus)))
            || event.GetModifiers() != wxMOD_CONTROL)
            return event.Skip();
        if (event.GetKeyCode() == 'C')
            guarded(this, [this] { copy(); });
        else if (event.GetKeyCode() == 'A')
            select_all();
        else
            event.Skip();
    });
}

void RecordList::show_layout()
{
    head_->show(layout_);
    std::vector<const model::FieldDef*> fields;
    table_->ClearColumns();
    for (const auto& [field, width] : layout_.columns) {
        auto* column =
            table_->AppendTextColumn(tr(field->label), static_cast<unsigned>(fields.size()),
                wxDATAVIEW_CELL_INERT, FromDIP(width), wxALIGN_LEFT, 0);
        column->GetRenderer()->EnableEllipsize(wxELLIPSIZE_END);
        fields.push_back(field);
    }
    rows_.show(std::move(fields));
}

void RecordList::arrange(const ListLayout& layout)
{
    const bool are_same = std::ranges::equal(layout.columns, layout_.columns);
    layout_ = layout;
    if (are_same)
        head_->show(layout_);
    else
        show_layout();
    remember();
    refresh();
}

void RecordList::remember()
{
    world_.settings.write(setting(def_), layout_.text());
}

void RecordList::sort_by(const model::FieldDef& field, bool one_more)
{
    auto layout = layout_;
    auto& order = layout.order;
    const auto found = std::ranges::find(order, &field, &model::ListingQuery::SortKey::field);
    const model::ListingQuery::SortKey key{&field, found != order.end() && !found->descending};
    if (!one_more)
        order = {key};
    else if (found != order.end())
        *found = key;
    else
        order.push_back(key);
    arrange(layout);
}

model::ListingQuery RecordList::query() const
{
    return {.cells = head_->filters(),
        .anywhere = from_wx(filter_->GetValue()),
        .searched = rows_.columns(),
        .order = layout_.order};
}

void RecordList::refresh()
{
    if (!rows_.is_current())
        read();
    rows_.query(query());
    show_rows();
    show_counts();
}

bool RecordList::is_long() const
{
    const auto known = static_cast<std::int64_t>(rows_.total());
    return (known > 0 ? known : store_.count({.def = &def_})) > worth_a_thread;
}

void RecordList::read()
{
    if (!world_.thread || !world_.with_file || !is_long())
        rows_.read();
    else if (!is_reading_)
        read_elsewhere();
}

void RecordList::read_elsewhere()
{
    is_reading_ = true;
    world_.thread->run(
        this,
        [with_file = world_.with_file, reading = rows_.reading()] {
            std::shared_ptr<RecordRows::Register> read;
            with_file([&](model::RecordStore& store) {
                read = std::make_shared<RecordRows::Register>(reading(store));
            });
            return read;
        },
        [this](const auto& read) {
            is_reading_ = false;
            rows_.take(std::move(*read));
            guarded(this, [this] { refresh(); });
            if (on_read)
                on_read();
        },
        [this](const std::exception_ptr& error) {
            is_reading_ = false;
            show_error(this, error);
        });
}

/// The table gets the first of its rows at once, the others while nobody types.
void RecordList::show_rows()
{
    table_->UnselectAll();
    if (model_->GetCount() == rows_.size())
        table_->Refresh();
    else
        model_->Reset(static_cast<unsigned>(std::min(rows_.size(), rows_at_once())));
    const auto row = rows_.row_of(marked_);
    if (row && is_awaited_)
        give_rows(*row + 1);
    if (row && *row < model_->GetCount())
        mark(*row);
    if (model_->GetCount() < rows_.size())
        giving_.StartOnce(breath);
}

void RecordList::give_rows(std::size_t count)
{
    for (auto given = model_->GetCount(); given < std::min(count, rows_.size()); ++given)
        model_->RowAppended();
}

void RecordList::give_more()
{
    const std::size_t before = model_->GetCount();
    give_rows(before + rows_in_a_go);
    const auto marked = rows_.row_of(marked_);
    if (marked && *marked >= before && *marked < model_->GetCount())
        table_->Select(model_->GetItem(static_cast<unsigned>(*marked)));
    if (model_->GetCount() < rows_.size())
        giving_.StartOnce(breath);
}

void RecordList::show_counts()
{
    const auto all = std::to_string(rows_.total());
    const auto shown = std::to_string(rows_.size());
    const auto text = is_reading_ && rows_.total() == 0 ? tr("Reading…")
        : is_filtered()                                 ? tr("{1} of {2} records", {shown, all})
                                                        : tr("{1} records", {all});
    if (text == counts_->GetLabelText() && filtered_->IsShown() == is_filtered())
        return;
    counts_->SetLabelText(text);
    filtered_->Show(is_filtered());
    Layout();
}

void RecordList::filter(const wxString& typed)
{
    filter_->ChangeValue(typed);
    refresh();
}

void RecordList::focus_filter()
{
    filter_->SetFocus();
    filter_->SelectAll();
}

void RecordList::focus_column_filters()
{
    head_->focus();
}

bool RecordList::is_filtered() const
{
    return query().filters();
}

void RecordList::clear_filters()
{
    head_->clear_filters();
    filter({});
}

void RecordList::ask_order()
{
    if (const auto order = views::ask_order(this, layout_)) {
        auto layout = layout_;
        layout.order = *order;
        arrange(layout);
    }
}

void RecordList::ask_columns()
{
    if (const auto layout = views::ask_columns(this, def_, layout_))
        arrange(*layout);
}

void RecordList::show_menu(const model::FieldDef& field)
{
    enum { ascending = 1, descending, one_more, hide, columns };
    wxMenu menu;
    menu.Append(ascending, tr("Sort &upwards"));
    menu.Append(descending, tr("Sort &downwards"));
    menu.Append(one_more, tr("Sort by this column &too"));
    menu.AppendSeparator();
    menu.Append(hide, tr("&Hide this column"))->Enable(layout_.columns.size() > 1);
    menu.Append(columns, tr("&Columns…"));
    const int chosen = GetPopupMenuSelectionFromUser(menu);
    guarded(this, [&] {
        auto layout = layout_;
        if (chosen == ascending || chosen == descending) {
            layout.order = {{&field, chosen == descending}};
        } else if (chosen == hide) {
            std::erase_if(
                layout.columns, [&](const auto& column) { return column.field == &field; });
            std::erase_if(layout.order, [&](const auto& key) { return key.field == &field; });
        } else if (chosen == one_more) {
            return sort_by(field, true);
        } else if (chosen == columns) {
            return ask_columns();
        } else {
            return;
        }
        arrange(layout);
    });
}

void RecordList::say(const wxString& text) const
{
    if (on_say)
        on_say(text);
}

void RecordList::copy()
{
    const auto rows = selected_rows();
    if (rows.empty())
        return say(tr("No row is selected"));
    copy_rows(rows_, rows);
    say(tr("{1} rows copied, with their heads", {std::to_string(rows.size())}));
}

void RecordList::export_shown()
{
    wxFileDialog dialog(this, tr("Export what is shown"), {}, tr(def_.plural) + ".xlsx",
        tr("Excel workbooks (*.xlsx)|*.xlsx|CSV files (*.csv)|*.csv"),
        wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK)
        return;
    const wxBusyCursor busy;
    write_rows(rows_, from_wx(dialog.GetPath()), from_wx(tr(def_.plural)));
    say(tr("{1} rows written to {2}", {std::to_string(rows_.size()), from_wx(dialog.GetPath())}));
}

std::vector<std::size_t> RecordList::selected_rows() const
{
    wxDataViewItemArray items;
    table_->GetSelections(items);
    std::vector<std::size_t> rows;
    for (const auto& item : items)
        if (const auto row = model_->GetRow(item); row < rows_.size())
            rows.push_back(row);
    std::ranges::sort(rows);
    return rows;
}

std::optional<model::Uuid> RecordList::selected() const
{
    const auto rows = selected_rows();
    return rows.size() == 1 ? std::optional(rows_.id(rows.front())) : std::nullopt;
}

std::optional<model::Uuid> RecordList::first() const
{
    return rows_.size() == 0 ? std::nullopt : std::optional(rows_.id(0));
}

std::optional<model::Uuid> RecordList::near_last() const
{
    if (rows_.size() == 0)
        return std::nullopt;
    return rows_.id(std::min(last_row_, rows_.size() - 1));
}

void RecordList::select(const model::Uuid& id)
{
    marked_ = id;
    table_->UnselectAll();
    is_awaited_ = is_reading_;
    if (const auto row = rows_.row_of(id)) {
        give_rows(*row + 1);
        mark(*row);
    }
}

void RecordList::mark(std::size_t row)
{
    last_row_ = row;
    is_awaited_ = false;
    const auto item = model_->GetItem(static_cast<unsigned>(row));
    table_->SetCurrentItem(item);
    table_->Select(item);
    table_->EnsureVisible(item);
}

void RecordList::select_all()
{
    give_rows(rows_.size());
    table_->SelectAll();
}

void RecordList::step(int rows)
{
    if (rows_.size() == 0)
        return;
    const auto id = selected();
    const auto at = id ? static_cast<std::ptrdiff_t>(rows_.row_of(*id).value_or(0)) : -1;
    const auto last = static_cast<std::ptrdiff_t>(rows_.size()) - 1;
    const auto next =
        rows_.id(static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at + rows, 0, last)));
    select(next);
    if (on_select)
        on_select(next);
}

void RecordList::focus_table()
{
    table_->SetFocus();
}

} // namespace views
