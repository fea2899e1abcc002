#include "views/start/passphrase_dialog.h"

#include "views/start/recover_dialog.h"
#include "views/start/wait_note.h"
#include "views/widgets/colours.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/end_dialog.h"
#include "views/widgets/errors.h"
#include "views/widgets/icons.h"
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

namespace views {

namespace {

constexpr int width = 420;

} // namespace

PassphraseDialog::PassphraseDialog(wxWindow* parent, const std::string& file,
    const std::vector<std::string>& accounts, Open open, Recovering recovering, Held held)
    : wxDialog(parent, wxID_ANY, tr("Open the data file"))
    , file_(file)
    , accounts_(accounts)
    , open_(std::move(open))
    , recovering_(std::move(recovering))
{
    SetIcons(program_icons()); // it may stand alone
    auto* name = new wxStaticText(this, wxID_ANY, to_wx(file), wxDefaultPosition,
        word_size(*this, wxSize(width, -1)), wxST_ELLIPSIZE_MIDDLE);
    auto* who = new wxStaticText(this, wxID_ANY, tr("Account"));
    account_ = new wxChoice(this, wxID_ANY);
    for (const auto& account : accounts_)
        account_->Append(to_wx(account));
    account_->SetSelection(0);
    auto* label = new wxStaticText(this, wxID_ANY, tr("Passphrase"));
    passphrase_ =
        new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PASSWORD);
    keep_line_height(*passphrase_);
    problem_ = new WrappedText(this);
    problem_->SetForegroundColour(colour_of(model::Level::refuse));
    name_control(account_, "account", tr("Account"));
    name_control(passphrase_, "passphrase", tr("Passphrase"));
    name_control(problem_, "problem");

    auto* grid = new wxFlexGridSizer(2, FromDIP(wxSize(10, 8)));
    grid->AddGrowableCol(1);
    const auto right = wxSizerFlags().CenterVertical().Right();
    grid->Add(who, right);
    grid->Add(account_, wxSizerFlags().Expand());
    grid->Add(label, right);
    grid->Add(passphrase_, wxSizerFlags().Expand());
    who->Show(accounts_.size() > 1);
    account_->Show(accounts_.size() > 1);

    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxALL, FromDIP(10));
    all->Add(name, flags);
    all->Add(grid, flags);
    all->Add(problem_, flags);
    all->Add(make_buttons(), flags);
    SetSizerAndFit(all);
    problem_->wrap(word_width(*this, width));
    CentreOnParent();
    passphrase_->SetFocus();
    if (held)
        wait_note_ = std::make_unique<WaitNote>(
            *wxDynamicCast(FindWindow(wxID_OK), wxButton), [this, held] { return held(account()); },
            [this](const wxString& why) { say(why); });
    account_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        say({});
        look_at_wait();
    });
    look_at_wait();
}

PassphraseDialog::~PassphraseDialog() = default;

wxSizer* PassphraseDialog::make_buttons()
{
    auto* lost = new wxButton(this, wxID_ANY, tr("Passphrase &forgotten: recovery key…"));
    name_control(lost, "recover");
    lost->Show(bool(recovering_.recover));
    auto* ok = new wxButton(this, wxID_OK, tr("&Open"));
    ok->SetDefault();
    ok->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { try_it(); });
    lost->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { recover(); });
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(lost);
    row->Add(dialog_buttons(*this, ok), wxSizerFlags(1).Border(wxLEFT, FromDIP(24)));
    return row;
}

void PassphraseDialog::say(const wxString& problem)
{
    problem_->show(problem);
    problem_->wrap(word_width(*this, width));
    Fit();
}

void PassphraseDialog::recover()
{
    RecoverDialog dialog(this, file_, recovering_);
    if (dialog.ShowModal() == wxID_OK)
        end_dialog(*this, wxID_OK);
}

/// Empty for the only one.
std::string PassphraseDialog::account() const
{
    return accounts_.size() > 1 ? accounts_.at(static_cast<std::size_t>(account_->GetSelection()))
                                : std::string();
}

void PassphraseDialog::look_at_wait()
{
    if (wait_note_)
        wait_note_->look();
}

void PassphraseDialog::try_it()
{
    try {
        const wxBusyCursor busy; // a guess takes half a second, on purpose
        open_(account(), from_wx(passphrase_->GetValue()));
    } catch (...) {
        say(describe(std::current_exception()));
        passphrase_->SelectAll();
        passphrase_->SetFocus();
        look_at_wait();
        return;
    }
    end_dialog(*this, wxID_OK);
}

} // namespace views
