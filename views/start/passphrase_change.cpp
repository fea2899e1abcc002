#include "views/start/passphrase_change.h"

#include "views/start/new_passphrase.h"
#include "views/start/recovery_entry.h"
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
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/utils.h>

namespace views {

namespace {

constexpr int width = 460;

} // namespace

PassphraseChange::PassphraseChange(
    wxWindow* parent, const FileAccess& access, const std::string& account)
    : PassphraseChange(
        parent, Whose::own, account, tr("Change the passphrase of {1}", {account}),
        access.change_passphrase)
{
}

PassphraseChange::PassphraseChange(
    wxWindow* parent, const FileAccess& access, const model::Uuid& account, const std::string& name)
    : PassphraseChange(parent, Whose::another, name, tr("A passphrase for {1}", {name}),
        [give = access.give_passphrase, account, name](
            const std::string&, const std::string& now) { give(account, name, now); })
{
}

PassphraseChange::PassphraseChange(
    wxWindow* parent, Whose whose, std::string account, const wxString& title, Work work)
    : wxDialog(parent, wxID_ANY, title)
    , name_(std::move(account))
    , work_(std::move(work))
    , problem_(new WrappedText(this))
{
    SetName("passphrase_change");
    problem_->SetForegroundColour(colour_of(model::Level::refuse));
    name_control(problem_, "problem");
    auto* grid = new wxFlexGridSizer(2, FromDIP(wxSize(10, 8)));
    grid->AddGrowableCol(1);
    const auto line = [&](const char* label, const char* name) {
        auto* text =
            new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PASSWORD);
        keep_line_height(*text);
        name_control(text, name, tr(label));
        grid->Add(
            new wxStaticText(this, wxID_ANY, tr(label)), wxSizerFlags().CenterVertical().Right());
        grid->Add(text, wxSizerFlags().Expand());
        return text;
    };
    if (whose == Whose::own)
        before_ = line(model::msgid("Present passphrase"), "before");
    passphrase_ = line(model::msgid("New passphrase"), "passphrase");
    again_ = line(model::msgid("The same again"), "again");
    auto* advice = new WrappedText(this);
    auto* ok = new wxButton(this, wxID_OK, whose == Whose::own ? tr("&Change") : tr("&Set"));
    auto* buttons = dialog_buttons(*this, ok);
    ok->SetDefault();
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxALL, FromDIP(10));
    all->Add(grid, flags);
    all->Add(advice, flags);
    all->Add(problem_, flags);
    all->Add(buttons, flags);
    SetSizer(all);
    advice->show(whose == Whose::own
            ? tr("At least eight characters, of which a Chinese one counts as two. The recovery "
                 "key stays the same.")
            : tr("At least eight characters, of which a Chinese one counts as two. Tell it to its "
                 "owner alone, who changes it when he first signs in."));
    advice->wrap(word_width(*this, width));
    Fit();
    CentreOnParent();
    ok->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { try_it(); });
    (before_ ? before_ : passphrase_)->SetFocus();
}

void PassphraseChange::say(const wxString& problem)
{
    problem_->show(problem);
    problem_->wrap(word_width(*this, width));
    Fit();
}

void PassphraseChange::try_it()
{
    if (const auto problem = problem_of(*passphrase_, *again_, {&name_, 1}); !problem.empty())
        return say(problem);
    try {
        const wxBusyCursor busy; // a guess takes half a second, on purpose
        work_(before_ ? from_wx(before_->GetValue()) : std::string(),
            from_wx(passphrase_->GetValue()));
    } catch (...) {
        auto& wrong = before_ ? *before_ : *passphrase_;
        wrong.SelectAll();
        wrong.SetFocus();
        return say(describe(std::current_exception()));
    }
    end_dialog(*this, wxID_OK);
}

RecoveryCheck::RecoveryCheck(wxWindow* parent, const FileAccess& access)
    : wxDialog(parent, wxID_ANY, tr("Check the recovery key"))
    , access_(access)
    , key_(new RecoveryEntry(this))
    , answer_(new WrappedText(this))
{
    SetName("recovery_check");
    name_control(answer_, "answer");
    auto* advice = new WrappedText(this);
    auto* close = new wxButton(this, wxID_CANCEL, tr("Close"));
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxALL, FromDIP(10));
    all->Add(advice, flags);
    all->Add(key_, flags);
    all->Add(answer_, flags);
    all->Add(close, wxSizerFlags().Right().Border(wxALL, FromDIP(10)));
    SetSizer(all);
    advice->show(tr("For safety the recovery key was shown only once, when the file was made, and "
                    "is not shown again. Here you can check that the key on your paper still "
                    "belongs to this file. Where it is lost, a file with a new key is made: ask "
                    "the county for a joining file, make a new data file with it, and sync."));
    advice->wrap(word_width(*this, width));
    Fit();
    CentreOnParent();
    key_->on_change = [this] { key_typed(); };
    key_->focus();
}

void RecoveryCheck::key_typed()
{
    wxString answer;
    bool is_right = false;
    if (key_->is_complete()) {
        try {
            is_right = access_.is_recovery_key(key_->key());
            answer = is_right
                ? tr("This is the recovery key of this file.")
                : tr("This is a recovery key, but of another file, or of one made earlier.");
        } catch (...) {
            answer = describe(std::current_exception());
        }
    }
    answer_->SetForegroundColour(
        is_right ? GetForegroundColour() : colour_of(model::Level::refuse));
    answer_->show(answer);
    answer_->wrap(word_width(*this, width));
    Fit();
}

} // namespace views
