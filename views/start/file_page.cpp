#include "views/start/file_page.h"

#include "model/base/text.h"
#include "views/start/new_passphrase.h"
#include "views/widgets/letters.h"
#include "views/widgets/line_height.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/filename.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <array>

namespace views {

namespace {

/// The name of the file of an office: its own, without what file systems cannot have.
wxString file_name_for(const std::string& office)
{
    auto name = to_wx(office);
    for (const auto* sign : {"/", "\\", ":", "*", "?", "\"", "<", ">", "|"})
        name.Replace(sign, "_");
    return name + ".hall";
}

} // namespace

FilePage::FilePage(wxWindow* parent, const OfficeMaking& making)
    : wxPanel(parent)
    , folder_(making.folder)
    , path_(new wxTextCtrl(this, wxID_ANY))
    , account_(new wxTextCtrl(this, wxID_ANY, to_wx(making.account)))
    , passphrase_(
          new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PASSWORD))
    , again_(new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PASSWORD))
{
    name_control(path_, "path", tr("Data file"));
    name_control(account_, "account", tr("Account (your name)"));
    account_->SetHint(tr("The real name of whoever works with it"));
    name_control(passphrase_, "passphrase", tr("Passphrase"));
    name_control(again_, "again", tr("The same again"));
    auto* browse = new wxButton(this, wxID_ANY, tr("Choose…"));
    name_control(browse, "choose", tr("Choose where the data file lies"));
    browse->MoveAfterInTabOrder(path_);
    auto* advice = new WrappedText(this);
    name_control(advice, "advice");

    auto* grid = new wxFlexGridSizer(2, FromDIP(wxSize(10, 8)));
    grid->AddGrowableCol(1);
    const auto line = [&](const char* label, wxTextCtrl* text, wxWindow* beside = nullptr) {
        keep_line_height(*text);
        grid->Add(
            new wxStaticText(this, wxID_ANY, tr(label)), wxSizerFlags().CenterVertical().Right());
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(text, wxSizerFlags(1).CenterVertical());
        if (beside)
            row->Add(beside, wxSizerFlags().Border(wxLEFT, FromDIP(6)));
        grid->Add(row, wxSizerFlags().Expand());
    };
    line(model::msgid("Data file"), path_, browse);
    line(model::msgid("Account (your name)"), account_);
    line(model::msgid("Passphrase"), passphrase_);
    line(model::msgid("The same again"), again_);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(grid, wxSizerFlags().Expand());
    all->Add(advice, wxSizerFlags().Expand().Border(wxTOP, FromDIP(10)));
    SetSizer(all);
    advice->show(tr("The file is encrypted: without the passphrase or the recovery key of the next "
                    "step nobody can open it, nor can we. At least eight characters, of which a "
                    "Chinese one counts as two."));
    advice->wrap(word_width(*this, 520));
    browse->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { choose(); });
}

void FilePage::propose(const std::string& office)
{
    if (!path_->IsEmpty() && path_->GetValue() != proposed_)
        return;
    proposed_ = wxFileName(to_wx(folder_), file_name_for(office)).GetFullPath();
    path_->ChangeValue(proposed_);
}

void FilePage::focus()
{
    (account_->IsEmpty() ? account_ : passphrase_)->SetFocus();
}

void FilePage::choose()
{
    const wxFileName now(path_->GetValue());
    wxFileDialog dialog(this, tr("Where the data file shall lie"), now.GetPath(), now.GetFullName(),
        tr("Data files (*.hall)|*.hall|All files|*"), wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() == wxID_OK)
        path_->SetValue(dialog.GetPath());
}

wxString FilePage::take(OfficeWish& wish)
{
    const auto refuse = [](wxTextCtrl* where, const wxString& why) {
        where->SetFocus();
        return why;
    };
    wxFileName path(path_->GetValue());
    if (path.GetFullName().empty())
        return refuse(path_, tr("Type the name of the data file, or choose where it shall lie."));
    path.MakeAbsolute();
    if (!wxFileName::DirExists(path.GetPath()))
        return refuse(
            path_, tr("There is no folder {1}: choose another one.", {from_wx(path.GetPath())}));
    if (path.FileExists())
        return refuse(path_,
            tr("{1} is there already and stays as it is: choose another name",
                {from_wx(path.GetFullPath())}));
    wish.path = from_wx(path.GetFullPath());
    wish.account = model::trimmed(from_wx(account_->GetValue()));
    if (wish.account.empty())
        return refuse(account_, tr("Type the name of the person who works with the file."));
    wish.passphrase = from_wx(passphrase_->GetValue());
    const std::array names{wish.account, wish.office};
    return problem_of(*passphrase_, *again_, names);
}

} // namespace views
