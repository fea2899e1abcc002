#include "views/shell/lock_dialog.h"

#include "views/start/wait_note.h"
#include "views/widgets/colours.h"
#include "views/widgets/end_dialog.h"
#include "views/widgets/errors.h"
#include "views/widgets/icons.h"
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

LockDialog::LockDialog(const Locking& lock, const std::string& account, bool is_alone)
    : wxDialog(nullptr, wxID_ANY, tr("Hallkeeper is locked"), wxDefaultPosition, wxDefaultSize,
        wxCAPTION | wxDIALOG_NO_PARENT)
    , lock_(lock)
    , passphrase_(
          new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PASSWORD))
    , problem_(new WrappedText(this))
    , ok_(new wxButton(this, wxID_OK, tr("&Unlock")))
{
    SetName("screen_lock");
    SetIcons(program_icons());
    keep_line_height(*passphrase_);
    problem_->SetForegroundColour(colour_of(model::Level::refuse));
    name_control(passphrase_, "passphrase", tr("Passphrase"));
    name_control(problem_, "problem");
    lay_out(account, is_alone);
    wait_note_ =
        std::make_unique<WaitNote>(*ok_, lock_.held, [this](const wxString& why) { say(why); });
    ok_->SetDefault();
    ok_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { try_it(); });
    Bind(wxEVT_CLOSE_WINDOW, [](wxCloseEvent& event) { event.Veto(); });
    SetEscapeId(wxID_NONE);
    passphrase_->SetFocus();
    wait_note_->look();
}

LockDialog::~LockDialog() = default;

void LockDialog::lay_out(const std::string& account, bool is_alone)
{
    auto* grid = new wxFlexGridSizer(2, FromDIP(wxSize(10, 8)));
    grid->AddGrowableCol(1);
    const auto right = wxSizerFlags().CenterVertical().Right();
    grid->Add(new wxStaticText(this, wxID_ANY, tr("Account")), right);
    auto* who = new wxStaticText(this, wxID_ANY, {});
    who->SetLabelText(to_wx(account));
    who->SetName("account");
    grid->Add(who, wxSizerFlags().CenterVertical());
    grid->Add(new wxStaticText(this, wxID_ANY, tr("Passphrase")), right);
    grid->Add(passphrase_, wxSizerFlags().Expand());

    auto* note = new WrappedText(this);
    note->show(is_alone ? tr("What you were doing is as you left it.")
                        : tr("What you were doing is as you left it. A window in which something "
                             "is not finished is open: somebody else can open the file once it "
                             "is done, or after Exit."));
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxALL, FromDIP(10));
    all->Add(note, flags);
    all->Add(grid, flags);
    all->Add(problem_, flags);
    all->Add(make_buttons(is_alone), flags);
    SetSizer(all);
    note->wrap(word_width(*this, width));
    SetMinSize(wxSize(word_width(*this, width) + 2 * FromDIP(10), -1));
    Fit();
    CentreOnScreen();
}

wxSizer* LockDialog::make_buttons(bool is_alone)
{
    auto* other = new wxButton(this, wxID_OPEN, tr("S&witch user…"));
    auto* leave = new wxButton(this, wxID_EXIT, tr("E&xit"));
    name_control(other, "other");
    name_control(leave, "leave");
    other->Enable(is_alone && bool(lock_.open_anew));
    leave->Enable(bool(lock_.leave));
    for (auto* button : {other, leave})
        button->Bind(
            wxEVT_BUTTON, [this, id = button->GetId()](wxCommandEvent&) { end_dialog(*this, id); });
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(other);
    row->Add(leave, wxSizerFlags().Border(wxLEFT, FromDIP(8)));
    row->AddStretchSpacer();
    row->Add(ok_, wxSizerFlags().Border(wxLEFT, FromDIP(24)));
    return row;
}

void LockDialog::say(const wxString& problem)
{
    problem_->show(problem);
    problem_->wrap(word_width(*this, width));
    Fit();
}

void LockDialog::try_it()
{
    try {
        const wxBusyCursor busy; // a guess takes half a second, on purpose
        lock_.unlock(from_wx(passphrase_->GetValue()));
    } catch (...) {
        say(describe(std::current_exception()));
        passphrase_->SelectAll();
        passphrase_->SetFocus();
        wait_note_->look();
        return;
    }
    end_dialog(*this, wxID_OK);
}

} // namespace views
