#include "views/shell/sync_page.h"

#include "model/sync/http_transport.h"
#include "model/sync/joining.h"
#include "model/sync/messages.h"
#include "views/shell/questions.h"
#include "views/shell/sync_details.h"
#include "views/shell/sync_light.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/progress_view.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/filedlg.h>
#include <wx/gauge.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace views {

namespace {

constexpr int tick = 100;       ///< milliseconds between two looks at the progress
constexpr int least_lines = 13; ///< of text that a list below has room for; else the page scrolls

wxString result_text(const model::SyncResult& result)
{
    wxString news;
    for (const auto& each : result.news)
        news += '\n' + tr(each);
    const auto contents = model::words_of_contents(result);
    if (contents)
        news = ' ' + tr(*contents) + news;
    if (result.pushed + result.pulled + result.conflicts + result.refused + result.unsent
                + result.repaired
            == 0
        && result.copy.empty() && !contents)
        return tr("There was nothing to exchange: this file and the county agree.") + news;
    auto text = tr("Sent {1}, received {2}, new conflicts {3}, refused {4}.",
        {std::to_string(result.pushed), std::to_string(result.pulled),
            std::to_string(result.conflicts), std::to_string(result.refused)});
    if (result.repaired > 0)
        text += ' '
            + tr("{1} records differed and were fetched anew.", {std::to_string(result.repaired)});
    if (!result.copy.empty())
        text += ' '
            + tr(
                "The county server was restored from an older backup. What it had lost was sent to "
                "it again, {1} records; this file as it was before is kept in {2}.",
                {std::to_string(result.returned), result.copy});
    if (result.unsent > 0)
        text += ' ' + tr("{1} entries still wait to be sent.", {std::to_string(result.unsent)});
    return text + news;
}

wxString contents_text(const SyncStatus& status)
{
    if (!status.enrolled || status.contents_to_send + status.contents_to_fetch == 0)
        return tr("none");
    return tr("{1} still to send, {2} still to fetch",
        {std::to_string(status.contents_to_send), std::to_string(status.contents_to_fetch)});
}

/// What the user has to be asked before his file joins.
std::optional<model::Message> doubt_in(const std::exception_ptr& error)
{
    try {
        std::rethrow_exception(error);
    } catch (const model::JoiningDoubt& doubt) {
        return doubt.message();
    } catch (...) {
        return std::nullopt;
    }
}

/// Whether the county refused the device itself, which a new join file mends.
bool is_unknown_device(const std::exception_ptr& error)
{
    try {
        std::rethrow_exception(error);
    } catch (const model::Problem& problem) {
        return problem.code == "bad_signature" || problem.code == "revoked";
    } catch (const model::OtherServerError&) {
        return true;
    } catch (...) {
        return false;
    }
}

} // namespace

SyncPage::SyncPage(wxWindow* parent, const SyncLink& link, Background& background)
    : wxScrolled<wxPanel>(parent)
    , link_(link)
    , background_(background)
    , light_(new WrappedText(this))
    , sync_(new wxButton(this, wxID_ANY, tr("Sync now")))
    , cancel_(new wxButton(this, wxID_ANY, tr("Cancel")))
    , enrol_(new wxButton(this, wxID_ANY, tr("Join the county with a join file…")))
    , gauge_(new wxGauge(this, wxID_ANY, 100, wxDefaultPosition, FromDIP(wxSize(360, 16))))
    , result_(new WrappedText(this))
    , escrow_(new wxCheckBox(this, wxID_ANY, {}))
    , details_(new SyncDetails(this, link))
    , ticks_(this)
{
    name_control(sync_, "sync_now");
    name_control(cancel_, "cancel");
    name_control(enrol_, "enrol");
    name_control(gauge_, "progress", tr("Progress"));
    name_control(result_, "result");
    name_control(escrow_, "escrow");
    name_control(light_, "light");
    light_->SetFont(light_->GetFont().Bold());
    auto* heading = new wxStaticText(this, wxID_ANY, tr("Sync with the county"));
    heading->SetFont(heading->GetFont().Bold().Larger());

    auto* lines = new wxFlexGridSizer(2, FromDIP(wxSize(16, 10)));
    add_line(*lines, model::msgid("Sync state"), state_, "state");
    add_line(*lines, model::msgid("Not sent yet"), unsent_, "unsent");
    add_line(*lines, model::msgid("Last acknowledged"), acknowledged_, "acknowledged");
    add_line(*lines, model::msgid("Open conflicts"), conflicts_, "conflicts");
    add_line(*lines, model::msgid("Attachments on their way"), contents_, "contents");
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    for (auto* button : {sync_, cancel_, enrol_})
        buttons->Add(button, wxSizerFlags().Border(wxRIGHT, FromDIP(10)));

    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto below = wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(14));
    all->Add(heading, below);
    all->Add(light_, wxSizerFlags(below).Expand());
    all->Add(lines, below);
    all->Add(buttons, below);
    all->Add(gauge_, below);
    all->Add(result_, below);
    all->Add(escrow_, below);
    all->Add(details_, wxSizerFlags(1).Expand().Border(wxTOP, FromDIP(10)));
    details_->SetMinSize({-1, GetCharHeight() * least_lines});
    SetSizer(all);
    SetScrollRate(0, GetCharHeight());
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        for (auto* text : {light_, result_})
            text->wrap(GetClientSize().x - FromDIP(28));
    });

    sync_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { start(); });
    enrol_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { enrol(); });
    escrow_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) {
        guarded(this, [this] { link_.set_escrow(escrow_->GetValue()); });
        show_escrow();
    });
    cancel_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { stop(); });
    Bind(wxEVT_CHAR_HOOK, &SyncPage::on_key, this);
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        if (progress_)
            show_progress(*progress_, *state_, *gauge_);
    });
    refresh();
}

/// From anywhere in the page: a list would take the first two for itself.
void SyncPage::on_key(wxKeyEvent& event)
{
    const bool is_ctrl = event.GetModifiers() == wxMOD_CONTROL;
    const bool is_back = event.GetModifiers() == (wxMOD_CONTROL | wxMOD_SHIFT);
    if (is_ctrl && event.GetKeyCode() == WXK_PAGEDOWN)
        step(1);
    else if (is_ctrl && event.GetKeyCode() == WXK_PAGEUP)
        step(-1);
    else if ((is_ctrl || is_back) && event.GetKeyCode() == WXK_TAB)
        step(is_back ? -1 : 1);
    else
        event.Skip();
}

/// In a low window the tabs come into sight.
void SyncPage::step(int tabs)
{
    details_->step(tabs);
    Scroll(0, GetVirtualSize().y);
}

void SyncPage::add_line(wxSizer& grid, const char* label, wxStaticText*& value, const char* name)
{
    value = new wxStaticText(this, wxID_ANY, {});
    name_control(value, name);
    grid.Add(new wxStaticText(this, wxID_ANY, tr(label)), wxSizerFlags().Right());
    grid.Add(value);
}

void SyncPage::refresh()
{
    const auto status = link_.status();
    const auto light =
        light_of(status, link_.clock ? link_.clock->now() : model::SystemClock().now());
    light_->SetForegroundColour(colour_of(light, *this));
    light_->show(is_running() ? wxString() : light.words);
    light_->wrap(GetClientSize().x - FromDIP(28));
    state_->SetLabelText(is_running() ? tr("Syncing…")
            : status.enrolled         ? tr("Joined to the county")
                              : tr("Not joined to a county: everything stays in this file"));
    unsent_->SetLabelText(std::to_string(status.unsent));
    acknowledged_->SetLabelText(acknowledged_text(status));
    conflicts_->SetLabelText(std::to_string(status.conflicts));
    contents_->SetLabelText(contents_text(status));
    sync_->Enable(!is_running() && status.enrolled && link_.run);
    cancel_->Show(is_running());
    enrol_->Show((!status.enrolled || must_join_again_) && link_.enrol);
    enrol_->SetLabel(must_join_again_ ? tr("Join the county again with a new join file…")
                                      : tr("Join the county with a join file…"));
    enrol_->Enable(!is_running());
    gauge_->Show(is_running());
    show_escrow();
    if (!is_running())
        details_->refresh();
    Layout();
    Refresh(); // what moved leaves nothing behind
}

/// Where the county has one, in words that say who could open what is deposited.
void SyncPage::show_escrow()
{
    const auto state = link_.escrow ? link_.escrow() : model::EscrowState{};
    const bool is_offered = !state.offer.key.empty();
    if (is_offered)
        escrow_->SetLabel(tr("Deposit this file's key in the county's escrow, for a forgotten "
                             "passphrase; {1} alone could open it",
            {state.offer.keeper}));
    escrow_->SetValue(state.is_on);
    escrow_->Enable(bool(link_.set_escrow) && !is_running());
    escrow_->Show(is_offered);
}

void SyncPage::focus()
{
    for (auto* button : {sync_, enrol_})
        if (button->IsShown() && button->IsEnabled())
            return button->SetFocus();
}

wxString SyncPage::result() const
{
    return result_->text();
}

void SyncPage::start()
{
    if (!is_running() && link_.run && link_.status().enrolled)
        run(link_.run);
}

void SyncPage::enrol()
{
    wxFileDialog dialog(this, tr("Join file from the county"), {}, {},
        tr("Join files (*.join)|*.join|All files|*"), wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() != wxID_OK)
        return;
    join(from_wx(dialog.GetPath()));
}

void SyncPage::join(const std::string& join_file, const std::optional<model::Message>& agreed)
{
    run(
        [enrol = link_.enrol, sync = link_.run, join_file, agreed](Progress& progress) {
            enrol(join_file, agreed);
            return sync ? sync(progress) : model::SyncResult{};
        },
        [this, join_file](const model::Message& doubt) {
            if (ask_join(this, tr(doubt)))
                join(join_file, doubt);
        });
}

void SyncPage::run(std::function<model::SyncResult(Progress&)> work,
    const std::function<void(const model::Message&)>& on_doubt)
{
    progress_ = std::make_shared<Progress>();
    result_->show({});
    refresh();
    ticks_.Start(tick);
    if (on_begin)
        on_begin();
    background_.run(
        this,
        [work = std::move(work), progress = progress_] {
            return std::pair(work(*progress), progress->cancelled.load());
        },
        [this](const auto& done) {
            const auto& [result, cancelled] = done;
            must_join_again_ = false;
            finished(cancelled ? tr("Stopped. What was sent until then counts; the rest waits.")
                               : result_text(result),
                !cancelled);
        },
        [this, on_doubt](const std::exception_ptr& error) {
            const auto doubt = on_doubt ? doubt_in(error) : std::nullopt;
            if (!doubt)
                must_join_again_ = is_unknown_device(error);
            finished(doubt ? wxString() : describe(error), false);
            if (doubt)
                on_doubt(*doubt);
        });
}

void SyncPage::finished(const wxString& sentence, bool well)
{
    ticks_.Stop();
    progress_.reset();
    result_->show(sentence);
    result_->wrap(GetClientSize().x - FromDIP(28));
    refresh();
    if (on_done)
        on_done(well);
    if (IsShownOnScreen() && !wxWindow::FindFocus())
        focus(); // the button was disabled meanwhile and had lost the keyboard
}

void SyncPage::stop()
{
    if (progress_)
        progress_->cancelled = true;
}

} // namespace views
