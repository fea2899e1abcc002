#include "views/shell/audit_page.h"

#include "model/base/text.h"
#include "model/exchange/audit_sheet.h"
#include "model/exchange/typed_date.h"
#include "views/import/cell_table.h"
#include "views/widgets/background.h"
#include "views/widgets/colours.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/line_height.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/record_text.h"
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
#include <utility>

namespace views {

namespace {

enum Column { when, who, computer, kind, entity, what, change };

constexpr int usual_days = 30; ///< shown first
constexpr int width_of_a_day = 110;
constexpr std::int64_t a_screen = 200; ///< entries, more than the tallest screen shows

wxString text_in(model::RecordStore& store, const model::AuditEntry& entry, std::size_t column,
    const model::Translate& translate)
{
    switch (column) {
    case when:
        return display(entry.at);
    case who:
        return to_wx(entry.user);
    case computer:
        return to_wx(
            entry.device.empty() ? translate(model::msgid("This computer")) : entry.device);
    case kind:
        return to_wx(translate(model::label_of_audited(entry.what)));
    case entity:
        return entry.def ? to_wx(translate(entry.def->plural)) : wxString();
    default:
        break;
    }
    // A refusal tells of no name, and the record's is what people know it by.
    auto text = to_wx(model::sentence_of(entry, translate));
    if (entry.command == 0 && !entry.record.is_nil())
        text += L"：" + title_of(store, entry.record);
    return text;
}

/// What changed is read for the rows in sight alone.
std::string words_of(
    model::RecordStore& store, const model::AuditEntry& entry, const model::Translate& translate)
{
    std::string words;
    for (std::size_t column = 0; column < change; ++column)
        words += model::folded(from_wx(text_in(store, entry, column, translate))) + '\n';
    return words;
}

} // namespace

/// What was read.
struct AuditPage::Log {
    std::vector<model::AuditEntry> entries;
    std::vector<std::string> texts; ///< as words are looked for in them; empty: not made yet
};

AuditPage::AuditPage(wxWindow* parent, const Desk& desk, Background& reader, LogCheck& check)
    : wxPanel(parent)
    , desk_(desk)
    , reader_(reader)
    , check_(check)
    , log_(std::make_shared<Log>())
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
            const auto& entry = log_->entries[shown_.at(row)];
            CellTable::Cell cell{.text = text_of(entry, column)};
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
    filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { show_words(); });
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

std::shared_ptr<AuditPage::Log> AuditPage::read_log(
    model::RecordStore& store, const model::AuditQuery& asked)
{
    auto log = std::make_shared<Log>();
    log->entries = model::audit_entries(store, asked);
    log->texts.resize(log->entries.size());
    return log;
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

/// What is asked for anew is shown as far as a screen goes at once; of the same, what is there
/// stays until all of it is read.
void AuditPage::read()
{
    const auto asked = query();
    if (!trouble_.empty() && on_say)
        on_say(trouble_);
    if (!desk_.with_file) {
        asked_ = asked;
        return take(read_log(desk_.editor.store(), asked));
    }
    if (asked_ != asked) {
        auto first = asked;
        first.limit = a_screen;
        take(read_log(desk_.editor.store(), first));
        asked_ = asked;
        if (std::ssize(log_->entries) < a_screen)
            return;
    }
    read_aside(asked);
}

void AuditPage::read_aside(const model::AuditQuery& asked)
{
    if (is_reading_) {
        is_asked_anew_ = true;
        return;
    }
    is_reading_ = true;
    tell_count();
    const auto end = [this] {
        is_reading_ = false;
        if (std::exchange(is_asked_anew_, false))
            read_aside(*asked_);
    };
    reader_.run(
        this,
        [with_file = desk_.with_file, asked, translate = language()] {
            std::shared_ptr<Log> log;
            with_file([&](model::RecordStore& store) {
                log = read_log(store, asked);
                for (std::size_t i = 0; i < log->entries.size(); ++i)
                    log->texts[i] = words_of(store, log->entries[i], translate);
            });
            return log;
        },
        [this, asked, end](const std::shared_ptr<Log>& log) {
            end();
            if (asked == asked_)
                take(log);
        },
        [this, end](const std::exception_ptr& error) {
            end();
            tell_count();
            state_->show(describe(error));
        });
}

/// All of it at once, for whoever gives it away.
void AuditPage::read_on()
{
    if (!is_reading_)
        return;
    const wxBusyCursor busy;
    take(read_log(desk_.editor.store(), *asked_));
}

/// The entry that was chosen stays so.
void AuditPage::take(std::shared_ptr<Log> log)
{
    const auto* before = chosen();
    const auto id = before ? before->id : 0;
    log_ = std::move(log);
    show_words();
    const auto row = std::ranges::find(
        shown_, id, [this](std::size_t entry) { return log_->entries[entry].id; });
    if (row != shown_.end() && row != shown_.begin())
        table_->go_to(static_cast<std::size_t>(row - shown_.begin()), 0);
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

bool AuditPage::passes(std::size_t entry, const std::vector<std::string>& words)
{
    auto& text = log_->texts[entry];
    if (text.empty() && !words.empty())
        text = words_of(desk_.editor.store(), log_->entries[entry], language());
    return std::ranges::all_of(
        words, [&](const auto& word) { return text.find(word) != std::string::npos; });
}

void AuditPage::show_words()
{
    std::vector<std::string> words;
    for (const auto& word : model::split(from_wx(filter_->GetValue()), ' '))
        if (!model::folded(word).empty())
            words.push_back(model::folded(word));
    shown_.clear();
    for (std::size_t i = 0; i < log_->entries.size(); ++i)
        if (passes(i, words))
            shown_.push_back(i);
    table_->show_rows(shown_.size());
    table_->choose_first();
    tell_count();
    update();
}

void AuditPage::tell_count()
{
    const auto count = std::to_string(shown_.size());
    count_->SetLabelText(
        is_reading_ ? tr("{1} entries, still reading…", {count}) : tr("{1} entries", {count}));
    Layout();
}

const model::AuditEntry* AuditPage::chosen() const
{
    const auto row = table_->current();
    return row && *row < shown_.size() ? &log_->entries[shown_[*row]] : nullptr;
}

void AuditPage::update()
{
    const auto* entry = chosen();
    open_->Enable(entry && entry->def && !entry->record.is_nil());
    export_->Enable(!shown_.empty());
    wxString text;
    if (entry) {
        text = text_of(*entry, what);
        if (const auto changed = text_of(*entry, change); !changed.empty())
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

wxString AuditPage::text_of(const model::AuditEntry& entry, std::size_t column)
{
    if (column != change)
        return text_in(desk_.editor.store(), entry, column, language());
    auto [found, is_new] = changes_.try_emplace(entry.id);
    if (is_new)
        found->second = model::words_of_changes(desk_.editor.store(), entry, language());
    return to_wx(found->second);
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
    read_on();
    std::vector<model::AuditEntry> entries;
    for (const auto i : shown_)
        entries.push_back(log_->entries[i]);
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
