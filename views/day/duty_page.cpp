#include "views/day/duty_page.h"

#include "model/base/files.h"
#include "model/commands/require.h"
#include "model/day/duty_sheet.h"
#include "model/store/audit.h"
#include "views/day/duty_grid.h"
#include "views/day/duty_turn_dialog.h"
#include "views/day/field_dialog.h"
#include "views/list/print_dialog.h"
#include "views/stats/cross_output.h"
#include "views/widgets/errors.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

#include <algorithm>

namespace views {

namespace {

constexpr int gap = 8;
constexpr int days_of_week = 7;

const model::EntityDef& roster()
{
    return model::def_of<model::Roster>();
}

} // namespace

DutyPage::DutyPage(wxWindow* parent, const Desk& desk)
    : wxPanel(parent)
    , desk_(desk)
    , day_(desk.editor.store().today())
    , place_(new wxChoice(this, wxID_ANY))
    , title_(new wxStaticText(this, wxID_ANY, {}))
    , before_(new wxButton(this, wxID_ANY, tr("&Previous week")))
    , this_week_(new wxButton(this, wxID_ANY, tr("&This week")))
    , after_(new wxButton(this, wxID_ANY, tr("&Next week")))
    , grid_(new DutyGrid(this))
    , current_(new WrappedText(this))
    , legend_(new WrappedText(this))
    , told_(new WrappedText(this))
    , choose_(new wxButton(this, wxID_ANY, tr("&Choose…")))
    , add_(new wxButton(this, wxID_ANY, tr("Put &another beside…")))
    , clear_(new wxButton(this, wxID_ANY, tr("E&mpty the cell")))
    , fill_(new wxButton(this, wxID_ANY, tr("Fill &by turn…")))
    , copy_(new wxButton(this, wxID_ANY, tr("Cop&y the table")))
    , export_(new wxButton(this, wxID_ANY, tr("E&xport the table…")))
    , print_(new wxButton(this, wxID_ANY, tr("P&rint the table…")))
{
    on_ask_person = [this](const wxString& question, const wxString& typed) {
        const auto entered = ask_field(this, desk_.editor,
            {.def = model::def_of<model::Roster>(),
                .field = "person",
                .window = "duty_person",
                .topic = "duty",
                .title = tr("Who is on duty"),
                .question = question,
                .before = {},
                .typed = typed,
                .must = tr("Choose somebody, or press Esc")});
        return entered ? std::optional(std::get<model::Uuid>(*entered)) : std::nullopt;
    };
    const std::pair<wxWindow*, const char*> names[]{{title_, "title"}, {before_, "previous_week"},
        {this_week_, "this_week"}, {after_, "next_week"}, {current_, "current"},
        {legend_, "legend"}, {told_, "told"}, {choose_, "choose"}, {add_, "add"}, {clear_, "clear"},
        {fill_, "fill"}, {copy_, "copy"}, {export_, "export"}, {print_, "print"}};
    for (const auto& [window, name] : names)
        name_control(window, name);
    name_control(place_, "place", tr("Place"));
    legend_->show(tr("A letter or Enter: who is on duty    Insert: another beside    Delete: empty "
                     "the cell    PageUp, PageDown: other weeks"));
    lay_out();
    wire();
    refresh();
    const auto today = std::chrono::sys_days(day_) - std::chrono::sys_days(week_.monday);
    if (!week_.lines.empty())
        grid_->go_to(0, static_cast<std::size_t>(today.count()));
}

void DutyPage::lay_out()
{
    title_->SetFont(title_->GetFont().Bold().Larger());
    const auto middle = wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(gap));
    auto* top = new wxWrapSizer(wxHORIZONTAL);
    top->Add(title_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(3 * gap)));
    for (auto* button : {before_, this_week_, after_})
        top->Add(button, middle);
    top->Add(new wxStaticText(this, wxID_ANY, tr("Place &of duty:")), middle);
    top->Add(place_, middle);
    auto* buttons = new wxWrapSizer(wxHORIZONTAL);
    for (auto* button : {choose_, add_, clear_, fill_, copy_, export_, print_})
        buttons->Add(button, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(gap)));
    const auto beside = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(gap));
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(top, wxSizerFlags().Expand().Border(wxALL, FromDIP(gap)));
    all->Add(legend_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(gap)));
    all->Add(grid_, wxSizerFlags(1).Expand());
    all->Add(current_, beside);
    all->Add(told_, beside);
    all->Add(buttons, wxSizerFlags().Expand().Border(wxLEFT | wxTOP, FromDIP(gap)));
    SetSizer(all);
    place_->MoveAfterInTabOrder(after_);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        const int width = GetClientSize().x - FromDIP(2 * gap);
        if (legend_->wrap(width) | told_->wrap(width) | current_->wrap(width))
            Layout();
    });
}

void DutyPage::wire()
{
    const auto on = [this](wxButton* button, std::function<void()> work) {
        button->Bind(
            wxEVT_BUTTON, [this, work = std::move(work)](wxCommandEvent&) { guarded(this, work); });
    };
    using enum model::PutDuty;
    on(before_, [this] { turn(-1); });
    on(this_week_, [this] { go_to(desk_.editor.store().today()); });
    on(after_, [this] { turn(1); });
    on(choose_, [this] { choose({}, instead); });
    on(add_, [this] { choose({}, besides); });
    on(clear_, [this] { clear(); });
    on(fill_, [this] { fill(); });
    on(copy_, [this] { copy(); });
    on(export_, [this] { export_shown(); });
    on(print_, [this] { print(); });
    place_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { guarded(this, [this] { read(); }); });
    grid_->on_open = [this] { guarded(this, [this] { choose({}, instead); }); };
    grid_->on_type = [this](const wxString& letter) {
        guarded(this, [&] { choose(letter, instead); });
    };
    grid_->on_add = [this] { guarded(this, [this] { choose({}, besides); }); };
    grid_->on_clear = [this] { guarded(this, [this] { clear(); }); };
    grid_->on_turn = [this](int weeks) { guarded(this, [&] { turn(weeks); }); };
    grid_->on_copy = [this] { guarded(this, [this] { copy(); }); };
    grid_->on_move = [this] { update(); };
}

void DutyPage::focus()
{
    grid_->SetFocus();
}

void DutyPage::refresh()
{
    guarded(this, [this] {
        const auto state = desk_.editor.store().state();
        if (state == state_)
            return;
        state_ = state;
        read_places();
        read();
    });
}

/// The first choice is all of them.
void DutyPage::read_places()
{
    const auto before = place();
    places_ = model::duty_places(desk_.editor.store(), desk_.editor.permission());
    wxArrayString names;
    names.Add(tr("All places"));
    for (const auto& each : places_)
        names.Add(to_wx(each.name));
    place_->Set(names);
    const auto found = std::ranges::find_if(
        places_, [&](const model::Place& each) { return before && each.id == *before; });
    place_->SetSelection(
        found == places_.end() ? 0 : static_cast<int>(found - places_.begin()) + 1);
}

std::optional<model::Uuid> DutyPage::place() const
{
    const auto chosen = place_->GetSelection();
    return chosen > 0 && static_cast<std::size_t>(chosen) <= places_.size()
        ? std::optional(places_[static_cast<std::size_t>(chosen) - 1].id)
        : std::nullopt;
}

void DutyPage::read()
{
    week_ = model::read_duty_week(desk_.editor.store(), desk_.editor.permission(), day_, place());
    show();
}

void DutyPage::turn(int weeks)
{
    go_to(std::chrono::sys_days(day_) + std::chrono::days(days_of_week * weeks));
}

void DutyPage::go_to(model::Date day)
{
    day_ = day;
    told_->show({});
    read();
}

void DutyPage::show()
{
    grid_->show(week_);
    title_->SetLabelText(to_wx(model::title_of(week_, language())));
    if (week_.lines.empty())
        told_->show(tr("Nothing of a duty roster is to be seen here by this account"));
    Layout();
    update();
}

const model::DutyLine* DutyPage::line() const
{
    const auto row = grid_->current().first;
    return row < week_.lines.size() ? &week_.lines[row] : nullptr;
}

std::optional<model::DutyCell> DutyPage::cell() const
{
    const auto* at = line();
    if (!at)
        return std::nullopt;
    return model::DutyCell{at->place, at->kind, week_.day(grid_->current().second)};
}

/// Each name with its times, and what rules warn of.
wxString DutyPage::told_of_cell() const
{
    const auto* at = line();
    if (!at)
        return {};
    auto text = grid_->spoken();
    for (const auto& each : at->days.at(grid_->current().second)) {
        if (!each.from.empty() || !each.to.empty())
            text += L"　" + tr("{1} {2} to {3}", {each.name, each.from, each.to});
        for (const auto& amiss : each.amiss)
            text += L"　" + tr(amiss);
    }
    return text;
}

bool DutyPage::may_enter() const
{
    return desk_.copy_of.empty()
        && desk_.editor.permission().may_somewhere(model::Action::enter, roster());
}

void DutyPage::update()
{
    const auto* at = line();
    const bool has_names = at && !at->days.at(grid_->current().second).empty();
    choose_->Enable(at && may_enter());
    add_->Enable(at && may_enter() && has_names);
    clear_->Enable(has_names && may_enter());
    fill_->Enable(may_enter() && !places_.empty());
    for (auto* button : {copy_, export_, print_})
        button->Enable(at != nullptr);
    current_->show(told_of_cell());
    if (current_->wrap(GetClientSize().x - FromDIP(2 * gap)))
        Layout();
}

void DutyPage::choose(const wxString& typed, model::PutDuty how)
{
    const auto at = cell();
    if (!at || !may_enter())
        return;
    const auto name = model::name_of(week_, *line(), language());
    const auto person = on_ask_person(tr("{1} on {2}:", {name, model::to_iso(at->day)}), typed);
    grid_->SetFocus();
    if (!person)
        return;
    const auto outcome = model::put_duty(desk_.editor, *at, *person, how);
    tell(outcome,
        tr("{1} is on duty; Undo takes it back", {desk_.editor.store().title_of(*person)}));
}

void DutyPage::clear()
{
    const auto at = cell();
    if (!at || !may_enter())
        return;
    grid_->SetFocus(); // the button is dead on an empty cell
    tell(model::clear_duty(desk_.editor, *at), tr("The cell is empty; Undo brings it back"));
}

void DutyPage::fill()
{
    const auto* at = line();
    const auto place_of = at && at->place ? at->place : place();
    DutyTurnDialog dialog(
        this, desk_.editor, places_, place_of, at ? at->kind : std::string(), week_.monday);
    const bool filled = dialog.ShowModal() == wxID_OK;
    grid_->SetFocus();
    if (filled)
        tell(dialog.outcome(),
            dialog.made() == 0 ? tr("There is nothing to fill in: nothing was written")
                               : tr("{1} duties are entered; Undo takes them back as a whole",
                                   {std::to_string(dialog.made())}));
}

/// What rules say stands under the table.
void DutyPage::tell(const model::Outcome& outcome, const wxString& done)
{
    constexpr std::size_t most_told = 3;
    wxString told;
    for (std::size_t i = 0; i < outcome.findings.size() && i < most_told; ++i)
        told += (told.empty() ? "" : "\n") + tr(outcome.findings[i].message);
    told_->show(told);
    told_->wrap(GetClientSize().x - FromDIP(2 * gap));
    refresh();
    if (outcome.changed && on_written)
        on_written();
    say(outcome.done ? (outcome.changed ? done : tr("It is so already"))
                     : tr("Nothing was changed"));
}

void DutyPage::require(model::Action action) const
{
    const auto seen = desk_.editor.permission().extent(model::Action::see, roster());
    model::require_of_all(
        desk_.editor, action, {.def = &roster(), .where = seen.condition(roster())});
}

void DutyPage::copy()
{
    require(model::Action::export_out);
    const auto title = model::title_of(week_, language());
    note_given(model::audited::copy, {model::msgid("The table “{1}” copied"), {title}});
    copy_lines(model::lines_of(week_, language()));
    say(tr("The table is copied, with its heads"));
}

void DutyPage::export_shown()
{
    require(model::Action::export_out);
    const auto title = model::title_of(week_, language());
    wxFileDialog dialog(this, tr("Export the table"), {}, to_wx(title) + ".xlsx",
        tr("Excel workbooks (*.xlsx)|*.xlsx|CSV files (*.csv)|*.csv"),
        wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK)
        return;
    const auto path = from_wx(dialog.GetPath());
    // Before anything is given away: a log that cannot be written keeps it back.
    note_given(model::audited::export_rows,
        {model::msgid("The table “{1}” written to {2}"), {title, path}});
    model::write_duty_week(week_, model::path_of(path), language());
    say(tr("The table was written to {1}", {path}));
}

std::shared_ptr<PrintedList> DutyPage::printed() const
{
    constexpr int width_of_kinds = 130; // in DIPs
    constexpr int width_of_days = 110;
    auto& store = desk_.editor.store();
    auto list = std::make_shared<PrintedList>();
    list->title = to_wx(model::title_of(week_, language()));
    list->office = to_wx(store.self().office);
    list->date = tr("Printed on {1}", {model::to_text(model::Value{store.today()})});
    const auto lines = model::lines_of(week_, language());
    list->records = lines.size() - 1;
    for (const auto& head : lines.front())
        list->columns.push_back(
            {to_wx(head), list->columns.empty() ? width_of_kinds : width_of_days});
    for (std::size_t i = 1; i < lines.size(); ++i) {
        auto& line = list->lines.emplace_back();
        for (const auto& cell : lines[i])
            line.cells.push_back(to_wx(cell));
    }
    return list;
}

void DutyPage::print()
{
    require(model::Action::print);
    auto list = printed();
    list->on_printed = [this, title = model::title_of(week_, language())] {
        note_given(model::audited::print, {model::msgid("The table “{1}” printed"), {title}});
    };
    PrintDialog(wxGetTopLevelParent(this), std::move(list)).ShowModal();
}

void DutyPage::note_given(const char* what, const model::Message& detail) const
{
    model::Audit(desk_.editor.store())
        .note({.what = what, .who = desk_.editor.account(), .detail = detail, .kind = roster().id});
}

void DutyPage::say(const wxString& text) const
{
    if (on_say)
        on_say(text);
}

} // namespace views
