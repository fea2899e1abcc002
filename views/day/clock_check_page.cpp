#include "views/day/clock_check_page.h"

#include "model/base/text.h"
#include "model/rules/day_rules.h"
#include "views/day/clock_words.h"
#include "views/day/field_dialog.h"
#include "views/import/cell_table.h"
#include "views/widgets/colours.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace views {

namespace {

enum Column { what, person, day, punches, clock, entered, counts };

wxString change_words(const model::ClockDay& day)
{
    if (model::is_undecided(day.after))
        return tr("Differs");
    switch (day.change) {
    case model::ClockChange::added:
        return tr("New");
    case model::ClockChange::changed:
        return tr("Changed");
    default:
        return tr("The same");
    }
}

} // namespace

ClockCheckPage::ClockCheckPage(wxWindow* parent, ClockDraft& draft, model::Editor& editor)
    : wxPanel(parent)
    , draft_(draft)
    , editor_(editor)
    , which_(new wxChoice(this, wxID_ANY))
    , good_(new wxCheckBox(this, wxID_ANY, tr("Take what can be taken and leave out the &rest")))
    , summary_(new WrappedText(this))
    , table_(new CellTable(this, "clock_days", tr("What becomes of the clock file")))
    , detail_(new WrappedText(this))
{
    on_ask_person = [this](std::size_t who) { return ask_person(who); };
    name_control(which_, "which", tr("Show"));
    name_control(good_, "good");
    name_control(summary_, "summary");
    name_control(detail_, "detail");
    detail_->SetForegroundColour(colour_of(model::Level::refuse));
    for (const auto* label : {model::msgid("New, changed and wrong"), model::msgid("Differences"),
             model::msgid("What cannot be taken"), model::msgid("All lines")})
        which_->Append(tr(label));
    which_->SetSelection(what_happens);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto gap = wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8));
    row->Add(new wxStaticText(this, wxID_ANY, tr("Show")), gap);
    row->Add(which_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(20)));
    row->Add(good_, wxSizerFlags().CenterVertical());
    auto* page = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(10));
    page->Add(summary_, flags);
    page->Add(row, flags);
    page->Add(table_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(10)));
    page->Add(detail_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(10)));
    SetSizer(page);
    which_->Bind(wxEVT_CHOICE,
        [this](wxCommandEvent&) { show_only(static_cast<Shown>(which_->GetSelection())); });
    good_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) {
        draft_.terms.good_rows = good_->GetValue();
        on_change();
    });
    table_->on_choose = [this](std::size_t at) { show_detail(at); };
    table_->on_activate = [this](std::size_t at) {
        if (at >= lines_.size() || lines_[at].kind != Line::person)
            return;
        const auto who = lines_[at].place;
        if (const auto chosen = on_ask_person(who))
            take_person(who, *chosen);
        table_->SetFocus();
    };
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        const int width = GetClientSize().x - FromDIP(20);
        if (summary_->wrap(width) | detail_->wrap(width))
            Layout();
    });
}

std::optional<model::Uuid> ClockCheckPage::ask_person(std::size_t who)
{
    const auto& found = draft_.plan.people.at(who);
    std::vector<std::string> names;
    for (const auto& candidate : found.candidates)
        names.push_back(editor_.store().title_of(candidate));
    auto question = tr("Who is {1} of the clock file?", {draft_.sheet.people.at(who).text()});
    if (!names.empty())
        question += "\n" + tr("It may be {1}", {model::join(names, "、")});
    const auto entered = ask_field(this, editor_,
        {.def = model::def_of<model::AttendanceDay>(),
            .field = "person",
            .window = "clock_person",
            .topic = "clock",
            .title = tr("Person of the clock file"),
            .question = question,
            .before = {},
            .must = tr("Choose somebody, or press Esc")});
    return entered ? std::optional(std::get<model::Uuid>(*entered)) : std::nullopt;
}

void ClockCheckPage::take_person(std::size_t who, const model::Uuid& person)
{
    draft_.terms.people[draft_.sheet.people.at(who).key()] = person;
    on_people();
}

void ClockCheckPage::show()
{
    const bool is_clean = draft_.plan.is_clean(draft_.sheet);
    good_->Show(!is_clean);
    good_->SetValue(draft_.terms.good_rows);
    summary_->show(summary());
    summary_->wrap(GetClientSize().x - FromDIP(20));
    table_->show(
        {{.head = tr("What happens"), .width = 110}, {.head = tr("Person"), .width = 130},
            {.head = tr("Day"), .width = 100}, {.head = tr("Clocked at"), .width = 180},
            {.head = tr("The clock says"), .width = 130}, {.head = tr("Entered as"), .width = 130},
            {.head = tr("What counts"), .width = 180, .grows = true}},
        0, [this](std::size_t row, std::size_t column) {
            CellTable::Cell cell;
            if (row >= lines_.size())
                return cell;
            const auto& line = lines_[row];
            cell.text = text_of(line, column);
            if (line.kind != Line::day)
                cell.colour = colour_of(model::Level::refuse);
            else if (model::is_undecided(draft_.plan.days[line.place].after))
                cell.background = background_of(model::Level::warn);
            return cell;
        });
    show_lines();
}

void ClockCheckPage::show_lines()
{
    find_lines();
    table_->show_rows(lines_.size());
    if (!lines_.empty())
        table_->choose_first();
    show_detail(0);
}

void ClockCheckPage::show_detail(std::size_t at)
{
    const bool is_amiss = at < lines_.size() && lines_[at].kind != Line::day;
    detail_->show(is_amiss ? text_of(lines_[at], counts) : wxString());
    detail_->wrap(GetClientSize().x - FromDIP(20));
    Layout();
}

void ClockCheckPage::show_only(Shown which)
{
    which_->SetSelection(which);
    show_lines();
}

bool ClockCheckPage::is_shown(const model::ClockDay& day) const
{
    switch (which_->GetSelection()) {
    case what_happens:
        return day.change != model::ClockChange::same;
    case differences:
        return model::is_undecided(day.after);
    case wrong:
        return false;
    default:
        return true;
    }
}

void ClockCheckPage::find_lines()
{
    lines_.clear();
    if (which_->GetSelection() != differences) {
        for (std::size_t i = 0; i < draft_.plan.people.size(); ++i)
            if (draft_.plan.people[i].state != model::ClockPerson::State::known)
                lines_.push_back({Line::person, i});
        for (std::size_t i = 0; i < draft_.sheet.troubles.size(); ++i)
            lines_.push_back({Line::trouble, i});
    }
    for (std::size_t i = 0; i < draft_.plan.days.size(); ++i)
        if (is_shown(draft_.plan.days[i]))
            lines_.push_back({Line::day, i});
}

wxString ClockCheckPage::day_text(const model::ClockDay& shown, std::size_t column) const
{
    const auto& entry = shown.after;
    switch (column) {
    case what:
        return change_words(shown);
    case person:
        return to_wx(shown.name);
    case day:
        return to_wx(model::to_iso(*entry.day));
    case punches:
        return to_wx(entry.punches);
    case clock:
        return attendance_words(entry.clock_state, entry.clock_minutes);
    case entered:
        return attendance_words(entry.call_state, entry.call_minutes);
    default:
        return model::is_undecided(entry)
            ? tr("{1}, until it is decided", {from_wx(attendance_words(entry.state))})
            : attendance_words(entry.state, entry.minutes);
    }
}

wxString ClockCheckPage::text_of(const Line& line, std::size_t column) const
{
    if (line.kind == Line::day)
        return day_text(draft_.plan.days[line.place], column);
    if (line.kind == Line::person) {
        const auto& found = draft_.plan.people[line.place];
        switch (column) {
        case what:
            return tr("Who is it? (Enter)");
        case person:
            return to_wx(draft_.sheet.people[line.place].text());
        case counts:
            return tr(found.reason);
        default:
            return {};
        }
    }
    const auto& trouble = draft_.sheet.troubles[line.place];
    switch (column) {
    case what:
        return tr("Row {1}", {std::to_string(trouble.row)});
    case day:
        return to_wx(trouble.column);
    case punches:
        return to_wx(trouble.value);
    case counts:
        return tr(trouble.reason);
    default:
        return {};
    }
}

wxString ClockCheckPage::summary() const
{
    const auto& plan = draft_.plan;
    auto text =
        tr("{1} new, {2} changed, {3} the same, {4} days with nothing amiss; {5} differences "
           "to be decided, {6} cells wrong, {7} people not matched",
            {std::to_string(plan.added), std::to_string(plan.changed), std::to_string(plan.same),
                std::to_string(plan.plain), std::to_string(plan.differing),
                std::to_string(draft_.sheet.troubles.size()), std::to_string(plan.unmatched)});
    for (const auto& note : plan.notes)
        text += "\n" + tr(note);
    return text;
}

void ClockCheckPage::focus()
{
    table_->SetFocus();
}

} // namespace views
