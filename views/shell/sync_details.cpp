#include "views/shell/sync_details.h"

#include "views/import/cell_table.h"
#include "views/shell/schedule_settings.h"
#include "views/widgets/errors.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/sizer.h>

#include <array>

namespace views {

namespace {

constexpr std::int64_t most_waiting = 1000; ///< lines; more are only counted

wxString with_count(const wxString& label, std::size_t count, bool or_more = false)
{
    if (count == 0)
        return label;
    return tr("{1} ({2})", {from_wx(label), std::to_string(count) + (or_more ? "+" : "")});
}

wxString step_text(const model::WaitingRecord& record)
{
    if (record.step == model::OpType::create)
        return tr("Added");
    if (record.step == model::OpType::remove)
        return tr("Deleted");
    wxString fields;
    for (const auto* field : record.fields)
        fields += (fields.empty() ? wxString() : tr(", ")) + tr(field->label);
    return fields.empty() ? tr("Brought back") : tr("Changed: {1}", {from_wx(fields)});
}

/// The first line of each register names it and counts its records; the last one may have more
/// than are listed.
std::vector<wxString> heads_of(const std::vector<model::WaitingRecord>& waiting)
{
    const bool is_cut = std::ssize(waiting) == most_waiting;
    std::vector<wxString> heads(waiting.size());
    for (std::size_t first = 0; first < waiting.size();) {
        auto end = first;
        while (end < waiting.size() && waiting[end].def == waiting[first].def)
            ++end;
        heads[first] = with_count(
            tr(waiting[first].def->plural), end - first, is_cut && end == waiting.size());
        first = end;
    }
    return heads;
}

} // namespace

SyncDetails::SyncDetails(wxWindow* parent, const SyncLink& link)
    : wxNotebook(parent, wxID_ANY)
    , link_(link)
{
    name_control(this, "sync_details", tr("What waits, came and was refused"));
    AddPage(add_page(waiting_table_, waiting_said_, "waiting", tr("Not sent yet")), {});
    AddPage(add_page(came_table_, came_said_, "came", tr("Came last")), {});
    AddPage(add_page(refused_table_, refused_said_, "refused", tr("Not taken by the county")), {});
    waiting_table_->show(
        {{.head = tr("Register"), .width = 150}, {.head = tr("Record"), .width = 240},
            {.head = tr("What was entered"), .width = 320}, {.head = tr("Since"), .width = 140}},
        0, [this](std::size_t row, std::size_t column) {
            return CellTable::Cell{.text = waiting_text(row, column), .bold = column == 0};
        });
    came_table_->show(
        {{.head = tr("Register"), .width = 220}, {.head = tr("Records"), .width = 120}}, 0,
        [this](std::size_t row, std::size_t column) {
            const auto& came = came_.at(row);
            return CellTable::Cell{.text = column == 0 ? tr(came.def->plural)
                                                       : wxString(std::to_string(came.records))};
        });
    refused_table_->show(
        {{.head = tr("Register"), .width = 120}, {.head = tr("Record"), .width = 160},
            {.head = tr("Field"), .width = 120}, {.head = tr("Why"), .width = 420},
            {.head = tr("When"), .width = 140}},
        0, [this](std::size_t row, std::size_t column) {
            return CellTable::Cell{.text = refused_text(row, column)};
        });
    waiting_table_->on_activate = [this](std::size_t row) { open_waiting(row); };
    refused_table_->on_activate = [this](std::size_t row) { open_refused(row); };
    if (link_.schedule) {
        schedule_ = new ScheduleSettings(this, link_);
        schedule_->on_change = [this] {
            if (on_schedule)
                on_schedule();
        };
        AddPage(schedule_, tr("Syncing by itself"));
    }
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        wrap();
    });
    refresh();
}

wxWindow* SyncDetails::add_page(
    CellTable*& table, WrappedText*& text, const char* name, const wxString& spoken)
{
    auto* page = new wxPanel(this);
    text = new WrappedText(page);
    name_control(text, std::string(name) + "_said");
    table = new CellTable(page, name, spoken);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(text, wxSizerFlags().Expand().Border(wxALL, FromDIP(6)));
    all->Add(table, wxSizerFlags(1).Expand());
    page->SetSizer(all);
    return page;
}

void SyncDetails::refresh()
{
    show_waiting();
    show_came();
    show_refused();
    if (schedule_)
        schedule_->refresh();
    wrap();
}

void SyncDetails::show_waiting()
{
    waiting_ = link_.waiting ? link_.waiting(most_waiting) : std::vector<model::WaitingRecord>{};
    heads_ = heads_of(waiting_);
    waiting_table_->show_rows(waiting_.size());
    SetPageText(waiting_tab,
        with_count(tr("Not sent yet"), waiting_.size(), std::ssize(waiting_) == most_waiting));
    waiting_said_->show(waiting_.empty() ? tr("Nothing waits to be sent.")
            : std::ssize(waiting_) == most_waiting
            ? tr("The first {1} records are listed. Enter opens one.",
                {std::to_string(most_waiting)})
            : tr("Enter opens the record."));
}

void SyncDetails::show_came()
{
    const auto last = link_.status().last;
    came_ = last.came;
    came_table_->show_rows(came_.size());
    SetPageText(came_tab, tr("Came last"));
    came_said_->show(last.came_at == 0
            ? tr("Nothing came from the county yet.")
            : tr("From the county came on {1}:", {from_wx(display(last.came_at))}));
}

void SyncDetails::show_refused()
{
    refused_ = link_.refused ? link_.refused() : std::vector<model::InboxItem>{};
    refused_table_->show_rows(refused_.size());
    SetPageText(refused_tab, with_count(tr("Not taken by the county"), refused_.size()));
    refused_said_->show(refused_.empty()
            ? tr("The county has taken everything.")
            : tr("Enter goes to the field, so that it can be put right; put the notice away on "
                 "the page of conflicts."));
}

wxString SyncDetails::waiting_text(std::size_t row, std::size_t column) const
{
    const auto& record = waiting_.at(row);
    switch (column) {
    case 0:
        return heads_.at(row);
    case 1:
        return to_wx(record.title);
    case 2:
        return step_text(record);
    default:
        return display(record.since);
    }
}

wxString SyncDetails::refused_text(std::size_t row, std::size_t column) const
{
    const auto& item = refused_.at(row);
    const auto* step = model::step_label(item);
    switch (column) {
    case 0:
        return item.def ? tr(item.def->plural) : wxString();
    case 1:
        return to_wx(item.title);
    case 2:
        return step ? tr(step) : item.field ? tr(item.field->label) : tr("(whole record)");
    case 3:
        return tr(item.reason.c_str());
    default:
        return display(item.mine_at);
    }
}

void SyncDetails::open_waiting(std::size_t line)
{
    if (line >= waiting_.size() || !on_open)
        return;
    const auto record = waiting_[line];
    guarded(this, [&] { on_open(*record.def, record.id, nullptr); });
}

void SyncDetails::open_refused(std::size_t line)
{
    if (line >= refused_.size())
        return;
    const auto item = refused_[line];
    guarded(this, [&] {
        if (item.def && !item.step && on_open)
            on_open(*item.def, item.record, item.field);
        else if (on_open_refusal)
            on_open_refusal(item.id);
    });
}

void SyncDetails::step(int tabs)
{
    const auto count = static_cast<int>(GetPageCount());
    SetSelection(static_cast<std::size_t>((GetSelection() + tabs + count) % count));
    focus();
}

void SyncDetails::focus()
{
    const std::array tables{waiting_table_, came_table_, refused_table_};
    if (GetSelection() >= schedule_tab)
        return schedule_->SetFocus();
    auto& table = *tables.at(static_cast<std::size_t>(GetSelection()));
    if (!table.current())
        table.go_to(0, 0);
    table.SetFocus();
}

void SyncDetails::wrap()
{
    for (auto* text : {waiting_said_, came_said_, refused_said_})
        text->wrap(text->GetParent()->GetClientSize().x - FromDIP(12));
}

} // namespace views
