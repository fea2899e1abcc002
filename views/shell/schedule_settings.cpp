#include "views/shell/schedule_settings.h"

#include "views/widgets/errors.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"

#include <wx/checkbox.h>
#include <wx/sizer.h>
#include <wx/spinctrl.h>
#include <wx/stattext.h>

namespace views {

namespace {

constexpr int longest = 240; ///< minutes

} // namespace

ScheduleSettings::ScheduleSettings(wxWindow* parent, const SyncLink& link)
    : wxPanel(parent)
    , link_(link)
{
    auto* rows = new wxBoxSizer(wxVERTICAL);
    add_row(*rows, at_start_, &delay_,
        model::msgid("At the start of the day, at a random moment within"),
        model::msgid("minutes, so that not all offices come at once"), "daily");
    add_row(*rows, when_idle_, &idle_,
        model::msgid("When something is not sent and nobody typed for"), model::msgid("minutes"),
        "idle");
    add_row(*rows, on_exit_, nullptr,
        model::msgid(
            "Before the program ends or another file is opened, when something is not sent"),
        nullptr, "exit");
    SetSizer(rows);
    delay_->SetRange(0, longest);
    idle_->SetRange(1, longest);
    refresh();
}

void ScheduleSettings::add_row(wxSizer& rows, wxCheckBox*& box, wxSpinCtrl** minutes,
    const char* label, const char* behind, const char* name)
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto middle = wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8));
    box = new wxCheckBox(this, wxID_ANY, tr(label));
    name_control(box, name);
    box->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { take(); });
    row->Add(box, middle);
    if (minutes) {
        *minutes = new wxSpinCtrl(this, wxID_ANY);
        name_control(*minutes, std::string(name) + "_minutes", tr(label) + ' ' + tr(behind));
        (*minutes)->Bind(wxEVT_SPINCTRL, [this](wxSpinEvent&) { take(); });
        row->Add(*minutes, middle);
        row->Add(new wxStaticText(this, wxID_ANY, tr(behind)), middle);
    }
    rows.Add(row, wxSizerFlags().Border(wxALL, FromDIP(8)));
}

void ScheduleSettings::refresh()
{
    const auto now = link_.schedule();
    at_start_->SetValue(now.at_start_of_day);
    when_idle_->SetValue(now.when_idle);
    on_exit_->SetValue(now.on_exit);
    if (delay_->GetValue() != now.delay)
        delay_->SetValue(now.delay);
    if (idle_->GetValue() != now.idle)
        idle_->SetValue(now.idle);
    delay_->Enable(now.at_start_of_day);
    idle_->Enable(now.when_idle);
    for (auto* box : {at_start_, when_idle_, on_exit_})
        box->Enable(bool(link_.set_schedule));
}

void ScheduleSettings::take()
{
    guarded(this, [this] {
        link_.set_schedule({.at_start_of_day = at_start_->GetValue(),
            .delay = delay_->GetValue(),
            .when_idle = when_idle_->GetValue(),
            .idle = idle_->GetValue(),
            .on_exit = on_exit_->GetValue()});
        refresh();
        if (on_change)
            on_change();
    });
}

} // namespace views
