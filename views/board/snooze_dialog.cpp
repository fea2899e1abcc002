#include "views/board/snooze_dialog.h"

#include "model/base/error.h"
#include "model/board/snooze.h"
#include "model/exchange/typed_date.h"
#include "views/help/help_menu.h"
#include "views/widgets/colours.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/end_dialog.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/line_height.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/radiobut.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <chrono>

namespace views {

namespace {

constexpr int width = 420;

model::Date later(model::Date day, int days)
{
    return std::chrono::sys_days(day) + std::chrono::days(days);
}

wxString with_day(const char* label, model::Date day)
{
    return tr(label, {model::to_iso(day)});
}

} // namespace

SnoozeDialog::SnoozeDialog(wxWindow* parent, model::Date today, model::Level level, PutOff put_off)
    : wxDialog(parent, wxID_ANY, tr("Put off"))
    , put_off_(std::move(put_off))
    , today_(today)
    , tomorrow_(new wxRadioButton(this, wxID_ANY,
          with_day(model::msgid("Until &tomorrow ({1})"), later(today, 1)), wxDefaultPosition,
          wxDefaultSize, wxRB_GROUP))
    , in_a_week_(new wxRadioButton(
          this, wxID_ANY, with_day(model::msgid("For a &week (until {1})"), later(today, 7))))
    , on_day_(new wxRadioButton(this, wxID_ANY, tr("Until the &day")))
    , day_(new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER))
    , reason_(
          new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER))
    , problem_(new WrappedText(this))
{
    SetName("snooze_dialog");
    offer_help(*this, "board");
    name_control(tomorrow_, "tomorrow");
    name_control(in_a_week_, "in_a_week");
    name_control(on_day_, "on_day");
    name_control(day_, "day", tr("Until the day"));
    name_control(reason_, "reason", tr("Reason (may stay empty)"));
    name_control(problem_, "problem");
    problem_->SetForegroundColour(colour_of(model::Level::refuse));
    for (auto* text : {day_, reason_})
        keep_line_height(*text);
    lay_out(level);
    day_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { on_day_->SetValue(true); });
    for (auto* text : {day_, reason_})
        text->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { try_it(); });
    tomorrow_->SetValue(true);
    tomorrow_->SetFocus();
}

void SnoozeDialog::lay_out(model::Level level)
{
    auto* ok = new wxButton(this, wxID_OK, tr("Put off"));
    ok->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { try_it(); });
    ok->SetDefault();
    const auto flags = wxSizerFlags().Expand().Border(wxALL, FromDIP(10));
    auto* day = new wxBoxSizer(wxHORIZONTAL);
    day->Add(on_day_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8)));
    day->Add(day_, wxSizerFlags(1).CenterVertical());
    auto* why = new wxBoxSizer(wxHORIZONTAL);
    why->Add(new wxStaticText(this, wxID_ANY, tr("Reason (may stay empty)")),
        wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8)));
    why->Add(reason_, wxSizerFlags(1).CenterVertical());
    auto* all = new wxBoxSizer(wxVERTICAL);
    if (level == model::Level::refuse) {
        auto* note = new WrappedText(this);
        note->show(tr("What is refused can be put off for {1} days at most",
            {std::to_string(model::longest_for_refused)}));
        note->wrap(word_width(*this, width));
        all->Add(note, flags);
    }
    all->Add(tomorrow_, flags);
    all->Add(in_a_week_, flags);
    all->Add(day, flags);
    all->Add(why, flags);
    all->Add(problem_, flags);
    all->Add(dialog_buttons(*this, ok), flags);
    all->SetMinSize(word_width(*this, width), -1);
    SetSizerAndFit(all);
    CentreOnParent();
}

model::Date SnoozeDialog::until() const
{
    constexpr int week = 7;
    if (tomorrow_->GetValue())
        return later(today_, 1);
    if (in_a_week_->GetValue())
        return later(today_, week);
    const auto read = model::read_entered_date(from_wx(day_->GetValue()), today_);
    if (const auto* day = std::get_if<model::Date>(&read))
        return *day;
    throw model::UsageError(std::get<model::Message>(read));
}

void SnoozeDialog::try_it()
{
    try {
        put_off_(until(), from_wx(reason_->GetValue()));
    } catch (...) {
        problem_->show(describe(std::current_exception()));
        problem_->wrap(word_width(*this, width));
        Fit();
        return;
    }
    end_dialog(*this, wxID_OK);
}

} // namespace views
