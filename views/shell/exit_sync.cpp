#include "views/shell/exit_sync.h"

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

ExitSync::ExitSync(wxWindow* parent, const SyncLink& link, Background& background)
    : wxDialog(parent, wxID_ANY, tr("Sending before the file is closed"))
    , link_(link)
    , background_(background)
    , state_(new wxStaticText(this, wxID_ANY, {}))
    , gauge_(new wxGauge(this, wxID_ANY, 100))
    , problem_(new WrappedText(this))
    , again_(new wxButton(this, wxID_ANY, tr("&Try again")))
    , leave_(new wxButton(this, wxID_ANY, tr("&Close without waiting")))
    , stay_(new wxButton(this, wxID_CANCEL, tr("&Keep it open")))
    , ticks_(this)
{
    SetName("exit_sync");
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

ExitSync::~ExitSync() = default;

void ExitSync::lay_out()
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

void ExitSync::start()
{
    if (is_running())
        return;
    progress_ = std::make_shared<Progress>();
    state_->SetLabelText(
        tr("{1} entries are not sent yet", {std::to_string(link_.status().unsent)}));
    problem_->show({});
    again_->Hide();
    Fit();
    ticks_.Start(tick);
    background_.run(
        this,
        [run = link_.run, progress = progress_] {
            run(*progress);
            return true;
        },
        [this](bool) {
            const auto left = link_.status().unsent;
            ended(left == 0 ? wxString()
                            : tr("{1} entries are not sent yet", {std::to_string(left)}));
        },
        [this](const std::exception_ptr& error) { ended(describe(error)); });
}

void ExitSync::ended(const wxString& problem)
{
    ticks_.Stop();
    progress_.reset();
    if (problem.empty())
        return end(wxID_OK);
    problem_->show(
        problem + '\n' + tr("What is not sent stays in the file and is sent the next time."));
    problem_->wrap(word_width(*this, width) - FromDIP(20));
    again_->Show();
    Fit();
}

void ExitSync::end(int code)
{
    ticks_.Stop();
    if (progress_)
        progress_->cancelled = true;
    end_dialog(*this, code);
}

} // namespace views
