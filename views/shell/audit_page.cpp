#include "views/shell/audit_page.h"

#include "model/base/text.h"
#include "model/exchange/audit_sheet.h"
#include "model/exchange/typed_date.h"
#include "views/import/cell_table.h"
#include "views/widgets/colours.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/line_height.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/text_focus.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/utils.h>

#include <algorithm>
#include <chrono>

namespace views {

namespace {

constexpr int usual_days = 30; ///< shown first
constexpr int width_of_a_day = 110;
} // namespace

AuditPage::AuditPage(wxWindow* parent, const Desk& desk, Background& reader, LogCheck& check)
    : wxPanel(parent)
    , desk_(desk)
    , check_(check)
    , rows_(*this, desk, reader)
    , count_(new wxStaticText(this, wxID_ANY, {}))
    , from_(
          new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER))
    , to_(new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER))
    , user_(new wxChoice(this, wxID_ANY))
    , kind_(new wxChoice(this, wxID_ANY))
    , filter_(new wxTextCtrl(this, wxID_ANY))
    , table_(new CellTable(this, "log", tr("Audit log")))
    , whole_(new WrappedText(this))
    , state_(new WrappedText(this))
    , export_(new wxButton(this, wxID_ANY, tr("E&xport what is shown…"))) // Alt+E is the menu's
    , open_(new wxButton(this, wxID_ANY, tr("&Open the record")))
{
    table_->show({{.head = tr("When"), .width = 140}, {.head = tr("Who"), .width = 90},
                     {.head = tr("Computer"), .width = 120}, {.head = tr("Kind"), .width = 110},
                     {.head = tr("Register"), .width = 110}, {.head = tr("What"), .width = 330},
                     {.head = tr("Before → after"), .width = 420}},
        0, [this](std::size_t row, std::size_t column) {
            const auto& entry = rows_.entry(row);
            CellTable::Cell cell{.text = rows_.text(entry, static_cast<AuditColumn>(column))};
            if (entry.what == model::audited::log_broken
                || entry.what == model::audited::device_log)
                cell.colour = colour_of(model::Level::refuse);
            return cell;
        });
    kind_->Append(tr("All kinds"));
    for (const auto& each : model::audit_kinds())
        kind_->Append(tr(each.label));
    kind_->SetSelection(0);
    const auto first =
        std::chrono::sys_days(desk_.editor.store().today()) - std::chrono::days(usual_days);
    from_->ChangeValue(to_wx(model::to_text(model::Value{model::Date(first)})));
    to_->SetHint(tr("today"));
    lay_out();
    wire();
}

void AuditPage::lay_out()
{
    name_control(count_, "count");
    name_control(from_, "from", tr("From the day"));
    name_control(to_, "to", tr("to the day"));
    name_control(user_, "user", tr("Who"));
    name_control(kind_, "kind", tr("Kind"));
    name_control(filter_, "filter", tr("Find in the audit log"));
    name_control(whole_, "whole");
    name_control(state_, "state");
    name_control(export_, "export");
    name_control(open_, "open");
    filter_->SetHint(tr("Find in the audit log"));
    for (auto* text : {from_, to_, filter_})
        keep_line_height(*text);
    for (auto* day : {from_, to_})
        day->SetMinSize(wxSize(word_width(*this, width_of_a_day), day->GetMinSize().y));

    auto* heading = new wxStaticText(this, wxID_ANY, tr("Audit log"));
    heading->SetFont(heading->GetFont().Bold().Larger());
    const auto middle = wxSizerFlags().CenterVertical();
    const auto gap = wxSizerFlags(middle).Border(wxLEFT, FromDIP(8));
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(heading, wxSizerFlags(middle).Border(wxRIGHT, FromDIP(12)));
    top->Add(count_, middle);
    auto* choices = new wxBoxSizer(wxHORIZONTAL);
    choices->Add(new wxStaticText(this, wxID_ANY, tr("From the day")), middle);
    choices->Add(from_, gap);
    choices->Add(new wxStaticText(this, wxID_ANY, tr("to the day")), gap);
    choices->Add(to_, gap);
    choices->Add(user_, gap);
    choices->Add(kind_, gap);
    choices->Add(filter_, wxSizerFlags(1).CenterVertical().Border(wxLEFT, FromDIP(8)));
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(open_);
    buttons->Add(export_, wxSizerFlags().Border(wxLEFT, FromDIP(8)));
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto around = wxSizerFlags().Expand().Border(wxALL, FromDIP(8));
    all->Add(top, around);
    all->Add(choices, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(8)));
    all->Add(table_, wxSizerFlags(1).Expand());
    all->Add(whole_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(8)));
    all->Add(state_, around);
    all->Add(buttons, wxSizerFlags().Border(wxALL, FromDIP(8)));
    SetSizer(all);
}

void AuditPage::wire()
{
    const auto read_again = [this](wxEvent& event) {
        event.Skip();
        guarded(this, [this] { read(); });
    };
    for (auto* choice : {user_, kind_})
        choice->Bind(wxEVT_CHOICE, read_again);
    for (auto* day : {from_, to_}) {
        day->Bind(wxEVT_TEXT_ENTER, read_again);
        day->Bind(wxEVT_KILL_FOCUS, read_again);
    }
    rows_.on_taking = [this] { remember_chosen(); };
    rows_.on_rows = [this] { show_rows(); };
    rows_.on_reading = [this] { tell_count(); };
    rows_.on_trouble = [this](const auto& error) { state_->show(describe(error)); };
    filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        chosen_ = 0; // the first of those found
        rows_.find(from_wx(filter_->GetValue()));
    });
    lead_to_table(*filter_, [this] { focus(); });
    table_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent& event) {
        event.Skip();
        update();
    });
    table_->on_activate = [this](std::size_t) { open_chosen(); };
    open_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { open_chosen(); });
    export_->Bind(
        wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { export_shown(); }); });
    Bind(wxEVT_CHAR_HOOK, &AuditPage::on_key, this);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        wrap();
    });
}

/// As in lists, whose menu is not for this page.
void AuditPage::on_key(wxKeyEvent& event)
{
    if (event.GetModifiers() == wxMOD_CONTROL && event.GetKeyCode() == 'E' && export_->IsEnabled())
        guarded(this, [this] { export_shown(); });
    else if (!event.HasAnyModifiers() && event.GetKeyCode() == WXK_F8)
        guarded(this, [this] { show_all(); });
    else
        event.Skip();
}

/// Of the days that are asked for.
void AuditPage::show_all()
{
    user_->SetSelection(0);
    kind_->SetSelection(0);
    filter_->ChangeValue({});
    rows_.find({});
    read();
}

void AuditPage::refresh()
{
    offer_users();
    read();
    look_at_log();
}

/// The one chosen stays so.
void AuditPage::offer_users()
{
    const auto before = user_->GetSelection() > 0 ? user_->GetStringSelection() : wxString();
    users_ = model::audit_users(desk_.editor.store());
    user_->Clear();
    user_->Append(tr("Everybody"));
    for (const auto& user : users_)
        user_->Append(to_wx(user));
    if (before.empty() || !user_->SetStringSelection(before))
        user_->SetSelection(0);
}

std::optional<model::Date> AuditPage::day_of(const wxTextCtrl& typed)
{
    const auto text = model::trimmed(from_wx(typed.GetValue()));
    if (text.empty())
        return std::nullopt;
    const auto read = model::read_entered_date(text, desk_.editor.store().today());
    if (const auto* day = std::get_if<model::Date>(&read))
        return *day;
    trouble_ = tr(std::get<model::Message>(read));
    return std::nullopt;
}

model::AuditQuery AuditPage::query()
{
    trouble_.clear();
    model::AuditQuery query{.from = day_of(*from_), .to = day_of(*to_)};
    if (const int user = user_->GetSelection(); user > 0)
        query.user = users_.at(static_cast<std::size_t>(user) - 1);
    if (const int chosen = kind_->GetSelection(); chosen > 0)
        query.what = model::audit_kinds()[static_cast<std::size_t>(chosen) - 1].code;
    return query;
}

void AuditPage::read()
{
    const auto asked = query();
    if (!trouble_.empty() && on_say)
        on_say(trouble_);
    rows_.ask(asked);
}

/// The entry that was chosen stays so.
void AuditPage::show_rows()
{
    const auto row = rows_.row_of(chosen_).value_or(0);
    table_->show_rows(rows_.size());
    table_->choose_first();
    if (row > 0)
        table_->go_to(row, 0);
    tell_count();
    update();
}

void AuditPage::filter(const wxString& typed)
{
    filter_->SetValue(typed);
}

void AuditPage::focus_filter()
{
    filter_->SetFocus();
    filter_->SelectAll();
}

void AuditPage::focus()
{
    table_->SetFocus();
    if (table_->chosen().empty())
        table_->choose_first();
}

void AuditPage::tell_count()
{
    const auto count = std::to_string(rows_.size());
    count_->SetLabelText(rows_.is_reading() ? tr("{1} entries, still reading…", {count})
                                            : tr("{1} entries", {count}));
    Layout();
}

const model::AuditEntry* AuditPage::chosen() const
{
    const auto row = table_->current();
    return row && *row < rows_.size() ? &rows_.entry(*row) : nullptr;
}

/// The table tells of what somebody chose, and not of what the program did.
void AuditPage::remember_chosen()
{
    const auto* entry = chosen();
    chosen_ = entry ? entry->id : 0;
}

void AuditPage::update()
{
    remember_chosen();
    const auto* entry = chosen();
    open_->Enable(entry && entry->def && !entry->record.is_nil());
    export_->Enable(rows_.size() > 0);
    wxString text;
    if (entry) {
        text = rows_.text(*entry, AuditColumn::what);
        if (const auto changed = rows_.text(*entry, AuditColumn::change); !changed.empty())
            text += '\n' + changed;
    }
    whole_->show(text);
    wrap();
    Layout();
}

void AuditPage::wrap()
{
    for (auto* text : {whole_, state_})
        text->wrap(GetClientSize().x - FromDIP(16));
}

void AuditPage::open_chosen()
{
    const auto* entry = chosen();
    if (entry && entry->def && !entry->record.is_nil() && on_open_record)
        guarded(this, [&] { on_open_record(*entry->def, entry->record); });
}

void AuditPage::export_shown()
{
    wxFileDialog dialog(this, tr("Export what is shown"), {}, tr("Audit log") + ".xlsx",
        tr("Excel workbooks (*.xlsx)|*.xlsx|CSV files (*.csv)|*.csv"),
        wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() == wxID_OK)
        write(from_wx(dialog.GetPath()));
}

void AuditPage::write(const std::string& path)
{
    rows_.read_on();
    std::vector<model::AuditEntry> entries;
    for (std::size_t row = 0; row < rows_.size(); ++row)
        entries.push_back(rows_.entry(row));
    const wxBusyCursor busy;
    auto& store = desk_.editor.store();
    model::write_audit(store, entries, path, language());
    model::Audit(store).note({.what = model::audited::export_rows,
        .who = desk_.editor.account(),
        .detail = {model::msgid("{1} entries of the audit log written to {2}"),
            {std::to_string(entries.size()), path}}});
    read();
    if (on_say)
        on_say(tr(
            "{1} entries of the audit log written to {2}", {std::to_string(entries.size()), path}));
}

void AuditPage::look_at_log()
{
    check_.show(
        this, [this](const LogCheck::Found& found) { tell(found.check); },
        [this](const std::exception_ptr& error) { state_->show(describe(error)); });
}

void AuditPage::tell(const model::AuditCheck& check)
{
    constexpr std::size_t most_told = 5; // more would fill the page
    wxString told;
    if (const auto warning = model::warning_of(check)) {
        told = tr(*warning);
        for (std::size_t i = 0; i < std::min(most_told, check.findings.size()); ++i)
            told += '\n' + tr(check.findings[i].sentence());
    } else {
        told =
            tr("The audit log is as it was written: {1} entries", {std::to_string(check.entries)});
    }
    state_->SetForegroundColour(
        check.is_sound() ? GetForegroundColour() : colour_of(model::Level::refuse));
    state_->show(told);
    wrap();
    Layout();
}

} // namespace views
