#include "views/start/recover_dialog.h"

#include "model/base/text.h"
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
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/utils.h>

#include <algorithm>
#include <array>

namespace views {

namespace {

constexpr int width = 460;

} // namespace

RecoverDialog::RecoverDialog(wxWindow* parent, const std::string& file, Recovering recovering)
    : wxDialog(parent, wxID_ANY, tr("Open with the recovery key"))
    , recovering_(std::move(recovering))
    , key_(new RecoveryEntry(this))
    , who_(new wxStaticText(this, wxID_ANY, tr("Account")))
    , account_(new wxChoice(this, wxID_ANY))
    , name_(new wxTextCtrl(this, wxID_ANY))
    , passphrase_(
          new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PASSWORD))
    , again_(new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PASSWORD))
    , problem_(new WrappedText(this))
    , ok_(new wxButton(this, wxID_OK, tr("&Open")))
{
    SetName("recover");
    problem_->SetForegroundColour(colour_of(model::Level::refuse));
    name_control(account_, "account", tr("Account"));
    name_control(name_, "name", tr("Account"));
    name_control(passphrase_, "passphrase", tr("New passphrase"));
    name_control(again_, "again", tr("The same again"));
    name_control(problem_, "problem");
    for (auto* text : {name_, passphrase_, again_})
        keep_line_height(*text);
    lay_out(file);
    key_->on_change = [this] { key_typed(); };
    ok_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { try_it(); });
    key_typed();
    key_->focus();
}

void RecoverDialog::lay_out(const std::string& file)
{
    auto* name = new wxStaticText(this, wxID_ANY, to_wx(file), wxDefaultPosition,
        word_size(*this, wxSize(width, -1)), wxST_ELLIPSIZE_MIDDLE);
    auto* advice = new WrappedText(this);
    auto* grid = new wxFlexGridSizer(2, FromDIP(wxSize(10, 8)));
    grid->AddGrowableCol(1);
    const auto right = wxSizerFlags().CenterVertical().Right();
    auto* who = new wxBoxSizer(wxVERTICAL);
    who->Add(account_, wxSizerFlags().Expand());
    who->Add(name_, wxSizerFlags().Expand());
    grid->Add(who_, right);
    grid->Add(who, wxSizerFlags().Expand());
    grid->Add(new wxStaticText(this, wxID_ANY, tr("New passphrase")), right);
    grid->Add(passphrase_, wxSizerFlags().Expand());
    grid->Add(new wxStaticText(this, wxID_ANY, tr("The same again")), right);
    grid->Add(again_, wxSizerFlags().Expand());
    auto* buttons = dialog_buttons(*this, ok_);
    ok_->SetDefault();

    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxALL, FromDIP(10));
    all->Add(name, flags);
    all->Add(advice, flags);
    all->Add(key_, flags);
    all->Add(grid, flags);
    all->Add(problem_, flags);
    all->Add(buttons, flags);
    SetSizer(all);
    advice->show(tr("Type or paste the key from the paper or the USB stick: 13 groups of five "
                    "letters and digits. Blanks, dashes and small letters do not matter."));
    advice->wrap(word_width(*this, width));
    Fit();
    CentreOnParent();
}

void RecoverDialog::key_typed()
{
    if (key_->is_complete() && key_->key() != looked_up_) {
        looked_up_ = key_->key();
        accounts_.clear();
        try {
            accounts_ = recovering_.accounts(looked_up_);
            say({});
        } catch (...) {
            say(describe(std::current_exception()));
        }
        account_->Clear();
        for (const auto& account : accounts_)
            account_->Append(to_wx(account));
        account_->SetSelection(accounts_.empty() ? wxNOT_FOUND : 0);
    }
    const bool is_looked_up = !looked_up_.empty() && key_->is_complete();
    account_->Show(accounts_.size() > 1);
    name_->Show(is_looked_up && accounts_.empty() && problem_->text().empty());
    who_->Show(account_->IsShown() || name_->IsShown());
    Fit();
}

std::string RecoverDialog::account() const
{
    if (accounts_.empty())
        return model::trimmed(from_wx(name_->GetValue()));
    return accounts_.at(static_cast<std::size_t>(std::max(account_->GetSelection(), 0)));
}

void RecoverDialog::say(const wxString& problem)
{
    problem_->show(problem);
    problem_->wrap(word_width(*this, width));
    Fit();
}

void RecoverDialog::try_it()
{
    if (!key_->is_complete()) {
        key_->focus();
        return say(tr("The recovery key is not complete yet, or has a mistake."));
    }
    if (account().empty()) {
        name_->SetFocus();
        return say(tr("Type the name of the person who works with the file."));
    }
    const std::array names{account()};
    if (const auto problem = problem_of(*passphrase_, *again_, names); !problem.empty())
        return say(problem);
    try {
        const wxBusyCursor busy; // wrapping the key takes half a second, on purpose
        recovering_.recover(key_->key(), account(), from_wx(passphrase_->GetValue()));
    } catch (...) {
        return say(describe(std::current_exception()));
    }
    end_dialog(*this, wxID_OK);
}

} // namespace views
