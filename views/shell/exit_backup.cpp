#include "views/shell/exit_backup.h"

#include "views/widgets/colours.h"
#include "views/widgets/end_dialog.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/progress_view.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/gauge.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace views {

namespace {

constexpr int width = 440;
constexpr int tick = 100; ///< milliseconds between two looks at the progress

} // namespace

ExitBackup::ExitBackup(wxWindow* parent, const BackupLink& link, Background& thread)
    : wxDialog(parent, wxID_ANY, tr("Backing up before the file is closed"))
    , link_(link)
    , thread_(thread)
    , state_(new wxStaticText(this, wxID_ANY, {}))
    , gauge_(new wxGauge(this, wxID_ANY, 100))
    , problem_(new WrappedText(this))
    , again_(new wxButton(this, wxID_ANY, tr("&Try again")))
    , leave_(new wxButton(this, wxID_ANY, tr("&Close without waiting")))
    , stay_(new wxButton(this, wxID_CANCEL, tr("&Keep it open")))
    , ticks_(this)
{
    SetName("exit_backup");
    name_control(state_, "state");
    name_control(gauge_, "progress", tr("Progress"));
    name_control(problem_, "problem");
    name_control(again_, "again");
    name_control(leave_, "leave");
    problem_->SetForegroundColour(colour_of(model::Level::refuse));
    lay_out();
    again_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { start(); });
    leave_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { end(wxID_OK); });
    stay_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { end(wxID_CANCEL); });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        if (progress_)
            show_progress(*progress_, *state_, *gauge_);
    });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) { end(wxID_CANCEL); });
    start();
}

ExitBackup::~ExitBackup() = default;

void ExitBackup::lay_out()
{
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->AddStretchSpacer();
    for (auto* button : {again_, leave_, stay_})
        buttons->Add(button, wxSizerFlags().Border(wxLEFT, FromDIP(8)));
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxALL, FromDIP(10));
    all->Add(state_, flags);
    all->Add(gauge_, flags);
    all->Add(problem_, flags);
    all->Add(buttons, flags);
    SetSizer(all);
    SetMinSize(wxSize(word_width(*this, width), -1));
    Fit();
    CentreOnParent();
    leave_->SetFocus();
}

void ExitBackup::start()
{
    if (is_running())
        return;
    progress_ = std::make_shared<Progress>();
    state_->SetLabelText(tr("Copying the file and looking at the copy"));
    problem_->show({});
    again_->Hide();
    Fit();
    ticks_.Start(tick);
    thread_.run(
        this,
        [run = link_.run, progress = progress_] {
            return run(*progress, model::BackupReason::exit, model::Wanted::if_changed);
        },
        [this](const model::BackupRun& run) {
            ended(run.troubles.empty() ? wxString() : tr(run.troubles.front()));
        },
        [this](const std::exception_ptr& error) { ended(describe(error)); });
}

void ExitBackup::ended(const wxString& problem)
{
    ticks_.Stop();
    progress_.reset();
    if (problem.empty())
        return end(wxID_OK);
    problem_->show(problem + '\n' + tr("Your entries are saved; only this copy is missing."));
    problem_->wrap(word_width(*this, width) - FromDIP(20));
    again_->Show();
    Fit();
}

void ExitBackup::end(int code)
{
    ticks_.Stop();
    if (progress_)
        progress_->cancelled = true;
    end_dialog(*this, code);
}

} // namespace views
