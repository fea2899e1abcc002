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
#include <wx/sizer.h>
#include <wx/srchctrl.h>
#include <wx/stattext.h>
#include <wx/utils.h>

#include <algorithm>

namespace views {

namespace {

constexpr std::int64_t worth_a_thread = 3000; ///< records; fewer are read within a blink

std::string setting(const model::EntityDef& def)
{
    return "list/" + std::string(def.name);
}

} // namespace

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
    , table_(new RowTable(this, rows_))
{
    name_control(counts_, "counts");
    name_control(filtered_, "filtered");
    name_control(filter_, "filter", tr("Filter by any shown column"));
    name_control(table_, "table", tr(def.plural));
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
    table_->on_select = [this](const model::Uuid& id) {
        if (on_select)
            on_select(id);
    };
    table_->on_activate = [this] {
        if (on_activate)
            on_activate();
    };
    table_->on_copy = [this] { copy(); };
    table_->on_paste = [this] {
        if (on_paste)
            on_paste();
    };
    table_->on_menu = [this] {
        if (on_menu)
            on_menu();
    };
}

void RecordList::show_layout()
{
    head_->show(layout_);
    table_->show_columns(layout_);
    std::vector<const model::FieldDef*> fields;
    for (const auto& column : layout_.columns)
        fields.push_back(column.field);
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
    table_->show_rows();
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

std::vector<model::Uuid> RecordList::selected_records() const
{
    std::vector<model::Uuid> records;
    for (const auto row : selected_rows())
        records.push_back(rows_.id(row));
    return records;
}

const model::FieldDef& RecordList::current_field() const
{
    return *layout_.columns.at(std::min(table_->current_column(), layout_.columns.size() - 1))
                .field;
}

model::PasteTarget RecordList::paste_target()
{
    model::PasteTarget target{.columns = rows_.columns(),
        .selected = selected_rows(),
        .first_column = table_->current_column()};
    const auto title = std::ranges::find(rows_.columns(), def_.find(def_.title));
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        target.records.push_back(rows_.id(row));
        if (title != rows_.columns().end())
            target.titles.push_back(from_wx(
                rows_.text(row, static_cast<std::size_t>(title - rows_.columns().begin()))));
    }
    return target;
}

std::optional<model::Uuid> RecordList::first() const
{
    return rows_.size() == 0 ? std::nullopt : std::optional(rows_.id(0));
}

} // namespace views
