#include "views/list/record_list.h"

#include "model/exchange/list_sight.h"
#include "model/exchange/register_check.h"
#include "model/schema/reached_field.h"
#include "model/store/filter_reading.h"
#include "views/list/list_dialogs.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/platform_table.h"
#include "views/widgets/tr.h"

#include <wx/menu.h>
#include <wx/sizer.h>
#include <wx/utils.h>
#include <wx/weakref.h>

#include <algorithm>
#include <utility>

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
    , rows_(store, def, world_.sight)
    , layout_(ListLayout::parse(def, store.catalog(), world_.settings.read(setting(def))))
    , bar_(new ListBar(this, def, store.catalog(), world_.settings))
    , head_(new ListHead(this))
    , table_(new RowTable(this, rows_))
{
    name_control(table_, "table", tr(def.plural));
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(bar_, wxSizerFlags().Expand().Border(wxALL, FromDIP(6)));
    all->Add(head_, wxSizerFlags().Expand());
    all->Add(table_, wxSizerFlags(1).Expand());
    SetSizer(all);
    wire_bar();
    wire_head();
    wire_table();
    show_layout();
    if (const auto* first = views().first())
        show(*first);
    else
        refresh();
}

void RecordList::wire_bar()
{
    bar_->on_filter = [this] { refresh(); };
    bar_->on_show_all = [this] { clear_filters(); };
    bar_->on_only = [this](RowsQuery::Only only) { show_only(only); };
    bar_->on_leave = [this] { enter_table(); };
    views().now = [this] { return view(); };
    views().on_choose = [this](const ListView& view) { guarded(this, [&] { show(view); }); };
}

void RecordList::wire_head()
{
    head_->on_filter = [this] { guarded(this, [this] { refresh(); }); };
    head_->on_leave = [this] { enter_table(); };
    head_->on_sort = [this](const auto& field, bool one_more) {
        guarded(this, [&] { sort_by(field, one_more); });
    };
    head_->on_resize = [this](std::size_t column, int width) {
        layout_.columns.at(column).width = dips_of_words(*this, width);
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
    table_->on_select_all = [this] { guarded(this, [this] { select_all(); }); };
    table_->on_copy = [this] { copy(); };
    table_->on_paste = [this] {
        if (on_paste)
            on_paste();
    };
    table_->on_print = [this] { print(); };
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

RowsQuery RecordList::query() const
{
    return {.listing = {.cells = head_->filters(),
                .anywhere = bar_->typed(),
                .searched = rows_.columns(),
                .order = layout_.order},
        .group = layout_.group,
        .only = only_,
        .asked = only_ == RowsQuery::Only::asked ? asked_ : std::string()};
}

void RecordList::refresh()
{
    if (!rows_.is_current()) {
        look_again();
        read();
    }
    const auto asked = query();
    rows_.query(asked);
    const bool is_same = asked == std::exchange(shown_, asked);
    table_->show_rows(is_same);
    show_counts();
    if (!is_same && on_rows)
        on_rows();
}

/// From a filter down to the rows, of which one is chosen then.
void RecordList::enter_table()
{
    focus_table();
    if (table_->selected_rows().empty())
        guarded(this, [this] { table_->step(1); });
}

void RecordList::read()
{
    const auto known = static_cast<std::int64_t>(rows_.total());
    const auto length = known > 0 ? known : store_.count({.def = &def_});
    if (!world_.thread || !world_.with_file || length <= worth_a_thread)
        return rows_.read();
    if (is_reading_)
        return;
    if (known == 0 && query().is_plain())
        rows_.read_first(length);
    read_elsewhere();
}

/// For what needs all records and cannot wait until they are read elsewhere.
void RecordList::read_on()
{
    if (rows_.is_current())
        return;
    const wxBusyCursor busy;
    rows_.read();
    refresh();
}

void RecordList::select_all()
{
    read_on();
    table_->select_all();
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
            if (!rows_.is_current()) // nobody was in a hurry meanwhile
                rows_.take(std::move(*read));
            guarded(this, [this] { refresh(); });
            if (on_read)
                on_read();
        },
        [this](const std::exception_ptr& error) {
            is_reading_ = false;
            show_counts();
            show_error(this, error);
        });
}

void RecordList::show_counts()
{
    const auto all = std::to_string(rows_.total());
    const auto shown = std::to_string(rows_.found());
    const bool is_unknown = is_reading_ && (rows_.found() == 0 || is_filtered())
        && (rows_.total() == 0 || rows_.is_begun());
    const bool is_part = is_filtered() || (rows_.is_begun() && !is_reading_);
    const auto text = is_unknown ? tr("Reading…")
        : is_part                ? tr("{1} of {2} records", {shown, all})
                                 : tr("{1} records", {all});
    bar_->show({.counts = text,
        .filtered = is_filtered(),
        .conflicts = rows_.conflicts(),
        .findings = rows_.findings(),
        .only = only_});
}

void RecordList::filter(const wxString& typed)
{
    bar_->type(typed);
    refresh();
}

bool RecordList::is_filtered() const
{
    return query().filters();
}

void RecordList::show_only(RowsQuery::Only only)
{
    only_ = only;
    if (only == RowsQuery::Only::conflicts && rows_.conflicts() == 0) {
        only_ = RowsQuery::Only::all;
        say(tr("No record of this list has a conflict"));
    } else if (only == RowsQuery::Only::findings && rows_.findings() == 0) {
        only_ = RowsQuery::Only::all;
        say(tr("No finding is known: check the list first"));
    }
    refresh();
}

void RecordList::ask(const std::string& where)
{
    if (!world_.ask)
        return;
    const auto found = world_.ask(where);
    rows_.mark_asked({found.begin(), found.end()});
}

void RecordList::show_asked(const std::string& where)
{
    ask(where);
    asks_for_records_ = false;
    asked_ = where;
    show_marked(model::filter_for_reading(where, def_, store_, language()));
}

void RecordList::show_records(const std::vector<model::Uuid>& records, const std::string& words)
{
    rows_.mark_asked({records.begin(), records.end()});
    asks_for_records_ = true;
    asked_ = words;
    show_marked(words);
}

void RecordList::show_marked(const std::string& words)
{
    only_ = RowsQuery::Only::asked;
    head_->clear_filters();
    filter({});
    say(tr("Filtered: {1}", {words}));
}

/// Something was written: conflicts come and go, and the record worked on may be right by now.
void RecordList::look_again()
{
    rows_.mark_conflicts(world_.conflicting());
    if (only_ == RowsQuery::Only::asked && !asks_for_records_)
        ask(asked_);
    if (const auto id = selected(); id && rows_.findings() > 0)
        rows_.mark_finding(*id, model::check_record(store_, def_, *id));
    if ((only_ == RowsQuery::Only::conflicts && rows_.conflicts() == 0)
        || (only_ == RowsQuery::Only::findings && rows_.findings() == 0))
        only_ = RowsQuery::Only::all;
}

void RecordList::check()
{
    if (is_checking_)
        return;
    if (!world_.check_thread || !world_.with_file)
        return checked(model::check_register(store_, def_));
    is_checking_ = true;
    say(tr("Checking the list…"));
    using Found = std::map<model::Uuid, model::Level>;
    world_.check_thread->run(
        this,
        [with_file = world_.with_file, &def = def_] {
            Found found;
            with_file(
                [&](model::RecordStore& store) { found = model::check_register(store, def); });
            return found;
        },
        [this](const Found& found) {
            is_checking_ = false;
            checked(found);
        },
        [this](const std::exception_ptr& error) {
            is_checking_ = false;
            show_error(this, error);
        });
}

void RecordList::checked(std::map<model::Uuid, model::Level> found)
{
    const auto count = std::to_string(found.size());
    rows_.mark_findings(std::move(found));
    only_ = RowsQuery::Only::all;
    guarded(this, [this] { refresh(); });
    say(rows_.findings() == 0 ? tr("The list is checked: nothing was found")
                              : tr("The list is checked: {1} records have findings", {count}));
}

void RecordList::group_by(const model::FieldDef* field)
{
    auto layout = layout_;
    layout.group = field;
    arrange(layout);
}

void RecordList::switch_groups()
{
    const auto* field = &current_field();
    group_by(layout_.group == field ? nullptr : field);
}

ListView RecordList::view() const
{
    ListView view{.layout = layout_, .cells = {}, .anywhere = bar_->typed()};
    for (const auto& cell : head_->filters())
        if (!cell.second.empty())
            view.cells.push_back(cell);
    return view;
}

void RecordList::show(const ListView& view)
{
    bar_->type(to_wx(view.anywhere));
    layout_ = view.layout;
    show_layout();
    head_->set_filters(view.cells);
    remember();
    refresh();
}

void RecordList::show_as(const RecordList& other)
{
    auto view = other.view();
    view.layout = ListLayout::parse(def_, store_.catalog(), view.layout.text());
    for (auto& [field, typed] : view.cells)
        field = model::find_column(def_, store_.catalog(), field->name);
    std::erase_if(view.cells, [](const auto& cell) { return !cell.first; });
    if (other.only_ == RowsQuery::Only::asked)
        ask_as(other);
    else if (other.only_ == RowsQuery::Only::conflicts)
        only_ = other.only_;
    show(view);
}

/// What it was asked for may be of a field that there is no longer: then it shows all.
void RecordList::ask_as(const RecordList& other)
{
    rows_.mark_asked(other.rows_.asked());
    try {
        if (!other.asks_for_records_)
            ask(other.asked_);
    } catch (const model::UsageError&) {
        return;
    }
    only_ = RowsQuery::Only::asked;
    asks_for_records_ = other.asks_for_records_;
    asked_ = other.asked_;
}

void RecordList::clear_filters()
{
    only_ = RowsQuery::Only::all;
    head_->clear_filters();
    filter({});
    say({}); // what it was filtered by
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
    const auto reachable = model::reachable_columns(world_.permission(), def_, store_.catalog());
    if (const auto layout = views::ask_columns(this, def_, layout_, reachable))
        arrange(*layout);
}

void RecordList::show_menu(const model::FieldDef& field)
{
    enum { ascending = 1, descending, one_more, group, hide, columns };
    wxMenu menu;
    menu.Append(ascending, tr("Sort &upwards"));
    menu.Append(descending, tr("Sort &downwards"));
    menu.Append(one_more, tr("Sort by this column &too"));
    menu.AppendCheckItem(group, tr("&Group by this column"))->Check(layout_.group == &field);
    menu.AppendSeparator();
    menu.Append(hide, tr("&Hide this column"))->Enable(layout_.columns.size() > 1);
    menu.Append(columns, tr("&Columns…"));
    const wxWeakRef<RecordList> here(this); // what comes meanwhile may renew the page
    const int chosen = wxGetTopLevelParent(this)->GetPopupMenuSelectionFromUser(menu);
    if (!here)
        return;
    guarded(this, [&] {
        auto layout = layout_;
        if (chosen == ascending || chosen == descending) {
            layout.order = {{&field, chosen == descending}};
        } else if (chosen == hide) {
            std::erase_if(
                layout.columns, [&](const auto& column) { return column.field == &field; });
            std::erase_if(layout.order, [&](const auto& key) { return key.field == &field; });
            if (layout.group == &field)
                layout.group = nullptr;
        } else if (chosen == group) {
            layout.group = layout.group == &field ? nullptr : &field;
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

std::optional<model::Uuid> RecordList::first() const
{
    for (std::size_t row = 0; row < rows_.size(); ++row)
        if (!rows_.is_group(row))
            return rows_.id(row);
    return std::nullopt;
}

} // namespace views
