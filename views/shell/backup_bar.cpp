#include "views/shell/backup_bar.h"

#include "views/shell/backup_words.h"
#include "views/widgets/colours.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace views {

BackupBar::BackupBar(wxWindow* parent, const BackupLink& link, Background& thread)
    : wxPanel(parent)
    , link_(link)
    , thread_(thread)
    , text_(new WrappedText(this))
    , make_(new wxButton(this, wxID_ANY, tr("Back up no&w"))) // Alt+B is the page's own
    , open_(new wxButton(this, wxID_ANY, tr("Bac&kups…")))
{
    name_control(this, "backup_bar");
    name_control(text_, "backup_warning");
    name_control(make_, "backup_now");
    name_control(open_, "backup_page");
    text_->SetForegroundColour(colour_of(model::Level::refuse));
    SetBackgroundColour(background_of(model::Level::refuse));
    auto* sign = new wxStaticText(this, wxID_ANY, L"\u203B"); // every Chinese font has it
    sign->SetForegroundColour(colour_of(model::Level::refuse));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto middle = wxSizerFlags().CenterVertical().Border(wxALL, FromDIP(6));
    row->Add(sign, middle);
    row->Add(text_, wxSizerFlags(middle).Proportion(1));
    row->Add(make_, middle);
    row->Add(open_, middle);
    SetSizer(row);
    Hide();
    make_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { make(); });
    open_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (on_open)
            on_open();
    });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        wrap();
    });
}

BackupBar::~BackupBar()
{
    if (progress_)
        progress_->cancelled = true;
}

void BackupBar::offer_page(bool offered)
{
    open_->Show(offered);
    wrap();
    Layout();
}

void BackupBar::look()
{
    if (!link_.state || is_busy())
        return;
    thread_.run(
        this, link_.state, [this](const model::BackupState& state) { seen(state, true); },
        [this](const std::exception_ptr& error) { failed(error, false); });
}

void BackupBar::seen(const model::BackupState& state, bool may_copy)
{
    state_ = state;
    const bool is_due = may_copy && trouble_.empty() && link_.settings && link_.settings().daily
        && model::is_daily_due(state, model::SystemClock().now());
    if (is_due)
        return run(model::BackupReason::daily, model::Wanted::if_changed);
    const auto warning = warning_of(state);
    show(state.is_late() && !trouble_.empty() ? warning + ' ' + trouble_ : warning);
    if (on_change)
        on_change();
}

void BackupBar::make()
{
    trouble_.clear();
    run(model::BackupReason::asked, model::Wanted::always);
}

void BackupBar::run(model::BackupReason reason, model::Wanted wanted)
{
    if (is_busy() || !link_.run)
        return;
    progress_ = std::make_shared<Progress>();
    make_->Disable();
    const bool is_asked = reason == model::BackupReason::asked;
    if (on_say)
        on_say(tr("Backing up…"));
    thread_.run(
        this,
        [run = link_.run, progress = progress_, reason, wanted] {
            return run(*progress, reason, wanted);
        },
        [this, is_asked](const model::BackupRun& run) { ran(run, is_asked); },
        [this, is_asked](const std::exception_ptr& error) { failed(error, is_asked); });
}

void BackupBar::ran(const model::BackupRun& run, bool is_asked)
{
    progress_.reset();
    make_->Enable();
    trouble_ = run.troubles.empty() ? wxString() : tr(run.troubles.front());
    if (on_say && !run.made.empty())
        on_say(tr("Backed up to {1}; the copy was opened and is good", {run.made.front().path}));
    else if (on_say)
        on_say(trouble_);
    if (is_asked && !trouble_.empty())
        show(trouble_);
    thread_.run(
        this, link_.state, [this](const model::BackupState& state) { seen(state, false); },
        [this](const std::exception_ptr& error) { failed(error, false); });
}

void BackupBar::failed(const std::exception_ptr& error, bool is_asked)
{
    progress_.reset();
    make_->Enable();
    trouble_ = describe(error);
    if (on_say)
        on_say(trouble_);
    if (is_asked || !state_ || state_->is_late())
        show(trouble_);
    if (on_change)
        on_change();
}

bool BackupBar::is_behind() const
{
    if (!link_.mark || !link_.run)
        return false;
    const auto now = link_.mark();
    return !state_ || state_->first.mark != now
        || (state_->second && state_->second->is_there && state_->second->mark != now);
}

void BackupBar::show(const wxString& warning)
{
    text_->show(warning);
    Show(!warning.empty());
    wrap();
    GetParent()->Layout();
}

void BackupBar::wrap()
{
    const int open = open_->IsShown() ? open_->GetBestSize().x : 0;
    const int width = GetParent()->GetClientSize().x - make_->GetBestSize().x - open - FromDIP(80);
    if (text_->wrap(width))
        InvalidateBestSize();
}

} // namespace views
