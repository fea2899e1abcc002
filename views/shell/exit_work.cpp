#include "views/shell/exit_work.h"

#include "views/shell/backup_link.h"
#include "views/shell/sync_link.h"
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

ExitTask sending(const SyncLink& link)
{
    const auto left = [&link] {
        const auto unsent = link.status().unsent;
        return unsent == 0 ? wxString()
                           : tr("{1} entries are not sent yet", {std::to_string(unsent)});
    };
    return {.name = "exit_sync",
        .title = model::msgid("Sending before the file is closed"),
        .state = left,
        .run = [&link](Progress& progress) { link.run(progress); },
        .left = left,
        .comfort = model::msgid("What is not sent stays in the file and is sent the next time.")};
}

ExitTask backing_up(const BackupLink& link)
{
    const auto done = std::make_shared<model::BackupRun>();
    return {.name = "exit_backup",
        .title = model::msgid("Backing up before the file is closed"),
        .state = [] { return tr("Copying the file and looking at the copy"); },
        .run =
            [&link, done](Progress& progress) {
                *done = link.run(progress, model::BackupReason::exit, model::Wanted::if_changed);
            },
        .left = [done] { return done->troubles.empty() ? wxString() : tr(done->troubles.front()); },
        .failed = model::msgid("No copy was made"),
        .comfort = model::msgid("Your entries are saved; only this copy is missing.")};
}

ExitWork::ExitWork(wxWindow* parent, ExitTask task, Background& thread)
    : wxDialog(parent, wxID_ANY, tr(task.title))
    , task_(std::move(task))
    , thread_(thread)
    , state_(new wxStaticText(this, wxID_ANY, {}))
    , gauge_(new wxGauge(this, wxID_ANY, 100))
    , problem_(new WrappedText(this))
    , again_(new wxButton(this, wxID_ANY, tr("&Try again")))
    , leave_(new wxButton(this, wxID_ANY, tr("&Close without waiting")))
    , stay_(new wxButton(this, wxID_CANCEL, tr("&Keep it open")))
    , ticks_(this)
{
    SetName(task_.name);
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

ExitWork::~ExitWork() = default;

void ExitWork::lay_out()
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

void ExitWork::start()
{
    if (is_running())
        return;
    progress_ = std::make_shared<Progress>();
    state_->SetLabelText(task_.state());
    gauge_->Show();
    problem_->show({});
    again_->Hide();
    fit();
    ticks_.Start(tick);
    thread_.run(
        this,
        [run = task_.run, progress = progress_] {
            run(*progress);
            return true;
        },
        [this](bool) { ended(task_.left()); },
        [this](const std::exception_ptr& error) { ended(describe(error)); });
}

void ExitWork::ended(const wxString& problem)
{
    ticks_.Stop();
    progress_.reset();
    if (problem.empty())
        return end(wxID_OK);
    if (task_.failed)
        state_->SetLabelText(tr(task_.failed));
    gauge_->Hide();
    problem_->show(problem + '\n' + tr(task_.comfort));
    problem_->wrap(word_width(*this, width) - FromDIP(20));
    again_->Show();
    fit();
}

/// To what it says now, whether it is on the screen already or not.
void ExitWork::fit()
{
    Layout();
    Fit();
    CentreOnParent();
}

void ExitWork::end(int code)
{
    ticks_.Stop();
    if (progress_)
        progress_->cancelled = true;
    end_dialog(*this, code);
}

} // namespace views
