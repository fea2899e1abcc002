#include "views/day/difference_dialog.h"

#include "views/day/clock_words.h"
#include "views/help/help_menu.h"
#include "views/import/cell_table.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/sizer.h>

namespace views {

namespace {

enum Column { day, person, window, punches, clock, entered, known_from, counts };

} // namespace

DifferenceDialog::DifferenceDialog(wxWindow* parent, model::Editor& editor)
    : wxDialog(parent, wxID_ANY, tr("Differences of clock and roll-call"), wxDefaultPosition,
        wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER | wxMAXIMIZE_BOX)
    , editor_(editor)
    , table_(new CellTable(this, "differing_days", tr("Differences of clock and roll-call"),
          CellTable::Choosing::several))
    , all_(new wxCheckBox(this, wxID_ANY, tr("Show &decided ones too")))
    , said_(new WrappedText(this))
    , clock_(new wxButton(this, wxID_ANY, tr("The &clock counts (1)")))
    , entry_(new wxButton(this, wxID_ANY, tr("What was &entered counts (2)")))
{
    SetName("clock_differences");
    name_control(all_, "all");
    name_control(said_, "said");
    name_control(clock_, "by_clock");
    name_control(entry_, "by_entry");
    table_->show(
        {{.head = tr("Day"), .width = 100}, {.head = tr("Person"), .width = 90},
            {.head = tr("Window"), .width = 80}, {.head = tr("Clocked at"), .width = 150},
            {.head = tr("The clock says"), .width = 120}, {.head = tr("Entered as"), .width = 120},
            {.head = tr("Entered from"), .width = 90},
            {.head = tr("What counts"), .width = 150, .grows = true}},
        0, [this](std::size_t row, std::size_t column) {
            CellTable::Cell cell;
            if (row < lines_.size()) {
                cell.text = text_of(lines_[row], column);
                cell.bold = column == counts && lines_[row].is_decided();
            }
            return cell;
        });
    lay_out();
    wire();
    read();
    if (!lines_.empty())
        table_->choose_first();
    table_->SetFocus();
}

void DifferenceDialog::lay_out()
{
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    const auto gap = wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8));
    buttons->Add(clock_, gap);
    buttons->Add(entry_, gap);
    buttons->Add(all_, gap);
    buttons->AddStretchSpacer();
    buttons->Add(new wxButton(this, wxID_CANCEL, tr("Close")), wxSizerFlags().CenterVertical());
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxALL, FromDIP(10));
    all->Add(table_, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(10)));
    all->Add(said_, flags);
    all->Add(buttons, flags);
    SetSizer(all);
    SetSize(dialog_size(*this, wxSize(980, 520)));
    SetMinSize(dialog_size(*this, wxSize(640, 360)));
    CentreOnParent();
    offer_help(*this, "clock");
}

void DifferenceDialog::wire()
{
    clock_->Bind(
        wxEVT_BUTTON, [this](wxCommandEvent&) { decide(model::AttendanceDecision::clock); });
    entry_->Bind(
        wxEVT_BUTTON, [this](wxCommandEvent&) { decide(model::AttendanceDecision::entry); });
    all_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { show_all(all_->GetValue()); });
    table_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        const auto key = event.GetKeyCode();
        if (event.HasAnyModifiers())
            return event.Skip();
        if (key == '1' || key == WXK_NUMPAD1)
            return decide(model::AttendanceDecision::clock);
        if (key == '2' || key == WXK_NUMPAD2)
            return decide(model::AttendanceDecision::entry);
        event.Skip();
    });
}

void DifferenceDialog::read()
{
    lines_ = model::clock_differences(editor_.store(), editor_.permission(),
        all_->GetValue() ? model::DifferencesShown::all : model::DifferencesShown::open);
    table_->show_rows(lines_.size());
    const bool may = !lines_.empty();
    clock_->Enable(may);
    entry_->Enable(may);
    say(may ? tr(
            "{1} days. Until it is decided, what was entered counts; the entry keeps what both "
            "said.",
            {std::to_string(lines_.size())})
            : tr("The clock and what was entered say the same"));
}

void DifferenceDialog::show_all(bool all)
{
    all_->SetValue(all);
    guarded(this, [this] { read(); });
    if (!lines_.empty())
        table_->choose_first();
    table_->SetFocus();
}

void DifferenceDialog::decide(model::AttendanceDecision decision)
{
    guarded(this, [&] {
        std::vector<model::Uuid> entries;
        const auto chosen = table_->chosen();
        for (const auto row : chosen)
            if (row < lines_.size())
                entries.push_back(lines_[row].entry.id);
        if (entries.empty())
            return say(tr("Choose a line first"));
        const auto outcome = model::decide_differences(editor_, entries, decision);
        has_written_ = has_written_ || outcome.changed;
        if (!outcome.done)
            return say(
                outcome.findings.empty() ? wxString() : tr(outcome.findings.front().message));
        const auto next = chosen.front();
        read();
        if (!lines_.empty())
            table_->go_to(std::min(next, lines_.size() - 1), 0);
        say(tr("{1} days are decided, {2} are left; Undo takes it back",
            {std::to_string(entries.size()), std::to_string(lines_.size())}));
        table_->SetFocus();
    });
}

wxString DifferenceDialog::text_of(const model::ClockDifference& line, std::size_t column) const
{
    const auto& entry = line.entry;
    switch (column) {
    case day:
        return entry.day ? to_wx(model::to_iso(*entry.day)) : wxString();
    case person:
        return to_wx(line.name);
    case window:
        return to_wx(line.window);
    case punches:
        return to_wx(entry.punches);
    case clock:
        return attendance_words(entry.clock_state, entry.clock_minutes);
    case entered:
        return attendance_words(entry.call_state, entry.call_minutes);
    case known_from:
        return source_words(entry.call_source);
    default:
        return line.is_decided() ? tr("{1} ({2})",
                   {from_wx(attendance_words(entry.state, entry.minutes)),
                       from_wx(source_words(entry.source))})
                                 : tr("to be decided");
    }
}

void DifferenceDialog::say(const wxString& text)
{
    said_->show(text);
    said_->wrap(GetClientSize().x - FromDIP(20));
    Layout();
}

} // namespace views
