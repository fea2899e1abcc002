#include "views/day/duty_turn_dialog.h"

#include "views/form/seen_records.h"
#include "views/help/help_menu.h"
#include "views/import/cell_table.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/end_dialog.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/listbox.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

#include <algorithm>
#include <array>
#include <functional>

namespace views {

namespace {

constexpr int gap = 8;
constexpr std::chrono::days two_weeks{13};

enum Column { day, weekday, person, passed_over };

wxArrayString names_of(const std::vector<model::Place>& places)
{
    wxArrayString names;
    for (const auto& place : places)
        names.Add(to_wx(place.name));
    return names;
}

wxArrayString kinds()
{
    wxArrayString names;
    for (const auto& kind : model::choices_of<model::RosterKind>)
        names.Add(tr(kind.label));
    return names;
}

wxArrayString kinds_of_days()
{
    wxArrayString names;
    names.Add(tr("Working days only"));
    names.Add(tr("Days off only"));
    names.Add(tr("On every day"));
    return names;
}

wxString weekday_of(model::Date date)
{
    constexpr std::array names{model::msgid("Sunday"), model::msgid("Monday"),
        model::msgid("Tuesday"), model::msgid("Wednesday"), model::msgid("Thursday"),
        model::msgid("Friday"), model::msgid("Saturday")};
    return tr(names.at(std::chrono::weekday{std::chrono::sys_days{date}}.c_encoding()));
}

std::unique_ptr<FieldEditor> date_editor(
    wxWindow* parent, model::RecordStore& store, const char* name, const wxString& spoken)
{
    auto editor = FieldEditor::make(parent, *model::def_of<model::Roster>().find("day"), store);
    name_control(editor->focus(), name, spoken);
    return editor;
}

} // namespace

DutyTurnDialog::DutyTurnDialog(wxWindow* parent, model::Editor& editor,
    std::vector<model::Place> places, const std::optional<model::Uuid>& place,
    const std::string& kind, model::Date first)
    : wxDialog(parent, wxID_ANY, tr("Fill the duty roster by turn"), wxDefaultPosition,
        wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
    , editor_(editor)
    , places_(std::move(places))
    , place_(new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, names_of(places_)))
    , kind_(new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, kinds()))
    , from_(date_editor(this, editor.store(), "from", tr("First day")))
    , to_(date_editor(this, editor.store(), "to", tr("Last day")))
    , days_(new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, kinds_of_days()))
    , people_(new wxListBox(this, wxID_ANY))
    , person_(
          FieldEditor::make(this, *model::def_of<model::Roster>().find("person"), editor.store()))
    , add_(new wxButton(this, wxID_ANY, tr("&Add to the order")))
    , up_(new wxButton(this, wxID_ANY, tr("&Up")))
    , down_(new wxButton(this, wxID_ANY, tr("&Down")))
    , remove_(new wxButton(this, wxID_ANY, tr("&Take out")))
    , table_(new CellTable(this, "turn_plan", tr("What comes of it")))
    , told_(new WrappedText(this))
    , fill_(new wxButton(this, wxID_ANY, tr("&Fill")))
{
    person_->offer_only(seen_records(editor));
    name_controls();
    const auto found = std::ranges::find_if(
        places_, [&](const model::Place& each) { return place && each.id == *place; });
    place_->SetSelection(found == places_.end() ? 0 : static_cast<int>(found - places_.begin()));
    const auto& all = model::choices_of<model::RosterKind>;
    const auto of_kind = std::ranges::find(all, kind, &model::Choice::code);
    kind_->SetSelection(of_kind == all.end() ? 0 : static_cast<int>(of_kind - all.begin()));
    turn_.from = std::max(first, editor.store().today());
    turn_.to = std::chrono::sys_days(turn_.from) + two_weeks;
    from_->set(model::Value{turn_.from});
    to_->set(model::Value{turn_.to});

    auto* columns = new wxBoxSizer(wxHORIZONTAL);
    columns->Add(people(), wxSizerFlags(2).Expand().Border(wxRIGHT, FromDIP(gap)));
    columns->Add(table_, wxSizerFlags(3).Expand());
    auto* all_parts = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(gap));
    all_parts->Add(choices(), flags);
    all_parts->Add(
        columns, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(gap)));
    all_parts->Add(told_, flags);
    all_parts->Add(
        dialog_buttons(*this, fill_), wxSizerFlags().Expand().Border(wxALL, FromDIP(gap)));
    SetSizer(all_parts);
    SetSize(dialog_size(*this, wxSize(880, 560)));
    CentreOnParent();
    offer_help(*this, "duty");
    wire();
    take_kind();
    person_->focus()->SetFocus();
}

void DutyTurnDialog::name_controls()
{
    SetName("duty_turn");
    name_control(place_, "place", tr("Place"));
    name_control(kind_, "kind", tr("Kind of duty"));
    name_control(days_, "days", tr("On which days"));
    name_control(people_, "order", tr("Order of the turns"));
    name_control(person_->focus(), "person", tr("Person"));
    const std::pair<wxWindow*, const char*> names[]{{add_, "add_person"}, {up_, "up"},
        {down_, "down"}, {remove_, "take_out"}, {told_, "told"}, {fill_, "fill_now"}};
    for (const auto& [window, name] : names)
        name_control(window, name);
    table_->show({{.head = tr("Day"), .width = 90}, {.head = tr("Weekday"), .width = 70},
                     {.head = tr("Person"), .width = 90},
                     {.head = tr("Passed over"), .width = 200, .grows = true}},
        0, [this](std::size_t row, std::size_t column) {
            CellTable::Cell cell{.text = text_of(row, column)};
            cell.bold = column == person && !plan_.days.at(row).is_there;
            return cell;
        });
}

wxSizer* DutyTurnDialog::choices()
{
    auto* row = new wxWrapSizer(wxHORIZONTAL);
    const auto add = [&](const wxString& label, wxWindow* control) {
        auto* pair = new wxBoxSizer(wxHORIZONTAL);
        pair->Add(new wxStaticText(this, wxID_ANY, label),
            wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(gap / 2)));
        pair->Add(control, wxSizerFlags().CenterVertical());
        row->Add(pair, wxSizerFlags().Border(wxRIGHT | wxBOTTOM, FromDIP(2 * gap)));
    };
    constexpr int width_of_days = 130;
    for (auto* editor : {from_.get(), to_.get()})
        editor->control()->SetMinSize({word_width(*this, width_of_days), -1});
    add(tr("&Place:"), place_);
    add(tr("&Kind of duty:"), kind_);
    add(tr("F&rom:"), from_->control());
    add(tr("T&o:"), to_->control());
    add(tr("Da&ys:"), days_);
    days_->SetSelection(0);
    return row;
}

wxSizer* DutyTurnDialog::people()
{
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    for (auto* button : {up_, down_, remove_})
        buttons->Add(button, wxSizerFlags().Border(wxRIGHT, FromDIP(gap / 2)));
    auto* who = new wxBoxSizer(wxHORIZONTAL);
    who->Add(person_->control(), wxSizerFlags(1).CenterVertical());
    who->Add(add_, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(gap / 2)));
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(new wxStaticText(this, wxID_ANY, tr("Order of the turns")),
        wxSizerFlags().Border(wxBOTTOM, FromDIP(gap / 2)));
    all->Add(people_, wxSizerFlags(1).Expand().Border(wxBOTTOM, FromDIP(gap / 2)));
    all->Add(buttons, wxSizerFlags().Border(wxBOTTOM, FromDIP(gap)));
    all->Add(who, wxSizerFlags().Expand());
    return all;
}

void DutyTurnDialog::wire()
{
    const auto on = [this](wxButton* button, std::function<void()> work) {
        button->Bind(
            wxEVT_BUTTON, [this, work = std::move(work)](wxCommandEvent&) { guarded(this, work); });
    };
    const auto add_typed = [this] {
        const auto entry = person_->get();
        const auto* value = std::get_if<model::Value>(&entry);
        const auto* who = value ? std::get_if<model::Uuid>(value) : nullptr;
        if (!value)
            return tell(tr(std::get<model::Message>(entry)));
        if (!who)
            return fill_->SetFocus();
        add(*who);
        person_->set({});
        person_->focus()->SetFocus();
    };
    on(add_, add_typed);
    on(up_, [this] { move(-1); });
    on(down_, [this] { move(1); });
    on(remove_, [this] { remove(); });
    on(fill_, [this] { fill(); });
    person_->on_enter = [this, add_typed] { guarded(this, add_typed); };
    for (auto* choice : {place_, kind_})
        choice->Bind(
            wxEVT_CHOICE, [this](wxCommandEvent&) { guarded(this, [this] { take_kind(); }); });
    days_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        guarded(this, [this] { set_days(static_cast<model::TurnDays>(days_->GetSelection())); });
    });
    for (auto* editor : {from_.get(), to_.get()}) {
        editor->on_change = [this] { guarded(this, [this] { look(); }); };
        editor->on_enter = [this] { people_->SetFocus(); };
    }
    people_->Bind(wxEVT_CHAR, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_DELETE)
            guarded(this, [this] { remove(); });
        else
            event.Skip();
    });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE && person_->takes_escape())
            event.DoAllowNextEvent(); // it closes the list, and not the dialog
        else
            event.Skip();
    });
}

/// Of another place or kind others take turns.
void DutyTurnDialog::take_kind()
{
    if (places_.empty())
        return;
    turn_.place = places_.at(static_cast<std::size_t>(place_->GetSelection())).id;
    turn_.kind = static_cast<model::RosterKind>(kind_->GetSelection());
    turn_.people = model::usual_order(editor_.store(), turn_.place, turn_.kind, turn_.from);
    turn_.days =
        turn_.kind == model::RosterKind::weekend ? model::TurnDays::off : model::TurnDays::working;
    days_->SetSelection(static_cast<int>(turn_.days));
    show_people(0);
    look();
}

void DutyTurnDialog::show_people(std::size_t chosen)
{
    wxArrayString names;
    for (const auto& each : turn_.people)
        names.Add(to_wx(editor_.store().title_of(each)));
    people_->Set(names);
    if (chosen < turn_.people.size())
        people_->SetSelection(static_cast<int>(chosen));
    for (auto* button : {up_, down_, remove_})
        button->Enable(!turn_.people.empty());
}

void DutyTurnDialog::add(const model::Uuid& person)
{
    turn_.people.push_back(person);
    show_people(turn_.people.size() - 1);
    look();
}

void DutyTurnDialog::remove()
{
    const auto at = people_->GetSelection();
    if (at == wxNOT_FOUND)
        return;
    turn_.people.erase(turn_.people.begin() + at);
    show_people(std::min<std::size_t>(
        static_cast<std::size_t>(at), std::max<std::size_t>(turn_.people.size(), 1) - 1));
    look();
}

void DutyTurnDialog::move(int places)
{
    const auto at = people_->GetSelection();
    const auto to = at + places;
    if (at == wxNOT_FOUND || to < 0 || to >= std::ssize(turn_.people))
        return;
    std::swap(
        turn_.people[static_cast<std::size_t>(at)], turn_.people[static_cast<std::size_t>(to)]);
    show_people(static_cast<std::size_t>(to));
    look();
}

void DutyTurnDialog::set_span(model::Date from, model::Date to)
{
    from_->set(model::Value{from});
    to_->set(model::Value{to});
    look();
}

void DutyTurnDialog::set_days(model::TurnDays days)
{
    turn_.days = days;
    days_->SetSelection(static_cast<int>(days));
    look();
}

/// Whether both days can be read.
bool DutyTurnDialog::take_span()
{
    for (const auto& [editor, day] :
        {std::pair{from_.get(), &turn_.from}, {to_.get(), &turn_.to}}) {
        const auto entry = editor->get();
        const auto* value = std::get_if<model::Value>(&entry);
        const auto* date = value ? std::get_if<model::Date>(value) : nullptr;
        if (!date) {
            tell(value ? tr("Enter the first and the last day")
                       : tr(std::get<model::Message>(entry)));
            return false;
        }
        *day = *date;
    }
    return true;
}

/// What would come of it is shown at once.
void DutyTurnDialog::look()
try {
    plan_ = {};
    if (take_span()) {
        plan_ = model::plan_turn(editor_.store(), turn_);
        wxString text = tr("{1} duties will be entered. Undo takes them back as a whole.",
            {std::to_string(plan_.count())});
        for (const auto& note : plan_.notes)
            text += '\n' + tr(note);
        tell(text);
    }
    table_->show_rows(plan_.days.size());
    fill_->Enable(plan_.count() > 0);
} catch (const model::UsageError& why) {
    table_->show_rows(0);
    fill_->Disable();
    tell(tr(why.message()));
}

wxString DutyTurnDialog::text_of(std::size_t row, std::size_t column) const
{
    const auto& at = plan_.days.at(row);
    switch (column) {
    case day:
        return to_wx(model::to_iso(at.day));
    case weekday:
        return weekday_of(at.day);
    case person:
        return at.person ? to_wx(at.name) : tr("nobody can");
    default:
        break;
    }
    wxString text = at.is_there ? tr("stands there already") : wxString();
    for (const auto& each : at.passed_over)
        text += (text.empty() ? wxString() : tr(", "))
            + tr("{1}: {2}", {each.name, from_wx(tr(each.why))});
    return text;
}

void DutyTurnDialog::fill()
{
    if (!take_span())
        return;
    made_ = model::plan_turn(editor_.store(), turn_).count();
    outcome_ = model::fill_by_turn(editor_, turn_);
    if (outcome_.done)
        return end_dialog(*this, wxID_OK);
    constexpr std::size_t most_told = 4;
    wxString text;
    for (std::size_t i = 0; i < outcome_.findings.size() && i < most_told; ++i)
        text += (text.empty() ? "" : "\n") + tr(outcome_.findings[i].message);
    tell(text);
}

void DutyTurnDialog::tell(const wxString& text)
{
    told_->show(text);
    told_->wrap(GetClientSize().x - FromDIP(2 * gap));
    Layout();
}

} // namespace views
