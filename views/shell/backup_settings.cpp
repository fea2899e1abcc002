#include "views/shell/backup_settings.h"

#include "views/widgets/colours.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/end_dialog.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/dirdlg.h>
#include <wx/filefn.h>
#include <wx/filename.h>
#include <wx/log.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/spinctrl.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace views {

namespace {

constexpr int width = 560;
constexpr int most_days = 1000;
constexpr int most_mega = 1000000;
constexpr std::int64_t mega = 1024LL * 1024;

wxString plain(const char* label)
{
    return wxStripMenuCodes(tr(label), wxStrip_CJKMnemonics);
}

} // namespace

BackupSettingsDialog::BackupSettingsDialog(wxWindow* parent, const BackupLink& link)
    : wxDialog(parent, wxID_ANY, tr("Setting up backups"))
    , link_(link)
    , problem_(new WrappedText(this))
{
    SetName("backup_settings");
    const auto now = link_.settings();
    auto* grid = new wxFlexGridSizer(3, FromDIP(wxSize(8, 8)));
    grid->AddGrowableCol(1);
    add_folder(*grid, first_, model::msgid("&Folder"), "first", now.folder,
        model::msgid("Backups beside the data file"));
    add_folder(*grid, second_, model::msgid("&Second folder"), "second", now.second,
        model::msgid("None; best on a USB disk"));

    auto* numbers = new wxFlexGridSizer(2, FromDIP(wxSize(12, 8)));
    add_number(
        *numbers, days_, model::msgid("Keep one of each of the last days"), "days", now.keep.days);
    add_number(*numbers, weeks_, model::msgid("Keep one of each of the last weeks"), "weeks",
        now.keep.weeks);
    add_number(*numbers, months_, model::msgid("Keep one of each of the last months"), "months",
        now.keep.months);
    add_number(
        *numbers, most_, model::msgid("At most so many MB altogether (0: no limit)"), "most", 0);
    most_->SetRange(0, most_mega);
    most_->SetValue(static_cast<int>(now.keep.most_bytes / mega));
    add_number(*numbers, first_days_,
        model::msgid("Warn when the last backup is older than so many days"), "first_days",
        now.first_days);
    add_number(*numbers, second_days_,
        model::msgid("Warn when that of the second folder is older than so many days"),
        "second_days", now.second_days);

    daily_ = new wxCheckBox(this, wxID_ANY, tr("Back up &every day when the file is first opened"));
    name_control(daily_, "daily");
    daily_->SetValue(now.daily);
    on_exit_ = new wxCheckBox(
        this, wxID_ANY, tr("Back up when the program &ends, if anything was changed"));
    name_control(on_exit_, "on_exit");
    on_exit_->SetValue(now.on_exit);
    name_control(problem_, "problem");
    problem_->SetForegroundColour(colour_of(model::Level::refuse));

    auto* ok = new wxButton(this, wxID_OK, tr("OK"));
    auto* buttons = dialog_buttons(*this, ok);
    ok->SetDefault();
    ok->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { take(); });
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, FromDIP(12));
    all->Add(grid, flags);
    all->Add(numbers, flags);
    all->Add(daily_, flags);
    all->Add(on_exit_, flags);
    all->Add(problem_, flags);
    all->Add(buttons, wxSizerFlags().Expand().Border(wxALL, FromDIP(12)));
    all->SetMinSize(word_width(*this, width), -1);
    SetSizerAndFit(all);
    CentreOnParent();
    first_->SetFocus();
}

void BackupSettingsDialog::add_folder(wxSizer& grid, wxTextCtrl*& text, const char* label,
    const char* name, const std::string& now, const char* hint)
{
    grid.Add(new wxStaticText(this, wxID_ANY, tr(label)), wxSizerFlags().CenterVertical());
    text = new wxTextCtrl(this, wxID_ANY, to_wx(now));
    text->SetHint(tr(hint));
    name_control(text, name, plain(label));
    grid.Add(text, wxSizerFlags().Expand());
    auto* choose = new wxButton(this, wxID_ANY, tr("Choose…"));
    name_control(choose, std::string(name) + "_choose", tr("Choose…") + ' ' + plain(label));
    choose->Bind(wxEVT_BUTTON, [this, text](wxCommandEvent&) { choose_folder(*text); });
    grid.Add(choose);
}

void BackupSettingsDialog::add_number(
    wxSizer& row, wxSpinCtrl*& spin, const char* label, const char* name, int now)
{
    row.Add(new wxStaticText(this, wxID_ANY, tr(label)), wxSizerFlags().CenterVertical());
    spin = new wxSpinCtrl(this, wxID_ANY);
    spin->SetRange(1, most_days);
    spin->SetValue(now);
    name_control(spin, name, tr(label));
    row.Add(spin);
}

void BackupSettingsDialog::choose_folder(wxTextCtrl& text)
{
    wxDirDialog dialog(this, tr("The folder for backups"), text.GetValue());
    if (dialog.ShowModal() == wxID_OK)
        text.SetValue(dialog.GetPath());
}

model::BackupSettings BackupSettingsDialog::chosen() const
{
    return {.folder = from_wx(first_->GetValue().Strip(wxString::both)),
        .second = from_wx(second_->GetValue().Strip(wxString::both)),
        .keep = {.days = days_->GetValue(),
            .weeks = weeks_->GetValue(),
            .months = months_->GetValue(),
            .most_bytes = most_->GetValue() * mega},
        .first_days = first_days_->GetValue(),
        .second_days = second_days_->GetValue(),
        .daily = daily_->GetValue(),
        .on_exit = on_exit_->GetValue()};
}

/// A folder that was just named and does not exist: on a disk that is plugged in later, or none
/// yet.
void BackupSettingsDialog::offer_folder(const std::string& folder, const std::string& before)
{
    const auto path = to_wx(folder);
    if (folder.empty() || folder == before || wxDirExists(path))
        return;
    wxMessageDialog dialog(this, tr("The folder {1} does not exist. Make it?", {folder}),
        tr("Setting up backups"), wxYES_NO | wxICON_QUESTION);
    dialog.SetExtendedMessage(tr("If it is on a USB disk, plug that in first."));
    dialog.SetYesNoLabels(tr("&Make it"), tr("&Leave it so"));
    if (dialog.ShowModal() != wxID_YES)
        return;
    const wxLogNull quiet; // told in our own words
    if (!wxFileName::Mkdir(path, wxS_DIR_DEFAULT, wxPATH_MKDIR_FULL))
        throw model::Error({model::msgid("The folder {1} could not be made: is its disk plugged "
                                         "in, and may you write there?"),
            {folder}});
}

void BackupSettingsDialog::take()
try {
    const auto before = link_.settings();
    const auto now = chosen();
    link_.set_settings(now);
    offer_folder(now.folder, before.folder);
    offer_folder(now.second, before.second);
    end_dialog(*this, wxID_OK);
} catch (...) {
    problem_->show(describe(std::current_exception()));
    problem_->wrap(GetClientSize().x - FromDIP(24));
    Fit();
}

} // namespace views
