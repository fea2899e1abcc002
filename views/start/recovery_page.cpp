#include "views/start/recovery_page.h"

#include "model/base/error.h"
#include "model/base/files.h"
#include "model/base/text.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/line_height.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/dcprint.h>
#include <wx/filedlg.h>
#include <wx/filename.h>
#include <wx/print.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <random>

namespace views {

namespace {

constexpr std::size_t groups_in_a_line = 5;

/// A page of lines in large letters.
class LinesPrintout : public wxPrintout {
public:
    LinesPrintout(const wxString& title, std::vector<wxString> lines)
        : wxPrintout(title)
        , lines_(std::move(lines))
    {
    }

    bool OnPrintPage(int) override
    {
        auto* dc = GetDC();
        constexpr int lines_of_a_page = 40;
        const auto size = dc->GetSize();
        const int height = size.y / lines_of_a_page;
        dc->SetFont(wxFont(wxFontInfo(wxSize(0, height * 6 / 10)).Family(wxFONTFAMILY_MODERN)));
        int y = 3 * height;
        for (const auto& line : lines_) {
            dc->DrawText(line, size.x / 10, y);
            y += height;
        }
        return true;
    }

private:
    std::vector<wxString> lines_;
};

std::size_t any_of(std::size_t count)
{
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(
        *std::make_unique<std::random_device>());
}

} // namespace

RecoveryPage::RecoveryPage(wxWindow* parent)
    : wxPanel(parent)
    , key_(new wxStaticText(this, wxID_ANY, {}))
    , question_(new wxStaticText(this, wxID_ANY, {}))
    , answer_(new wxTextCtrl(this, wxID_ANY))
    , saved_(new WrappedText(this))
{
    key_->SetFont(wxFont(
        wxFontInfo(key_->GetFont().GetPointSize() * 1.25).Family(wxFONTFAMILY_TELETYPE).Bold()));
    keep_line_height(*answer_);
    name_control(key_, "recovery_key");
    name_control(answer_, "group");
    name_control(saved_, "saved");
    auto* advice = new WrappedText(this);
    auto* print = new wxButton(this, wxID_ANY, tr("&Print…"));
    auto* save = new wxButton(this, wxID_ANY, tr("&Save to a USB stick…"));
    name_control(print, "print");
    name_control(save, "save");
    print->Bind(
        wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { this->print(); }); });
    save->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { this->save(); }); });

    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(print, wxSizerFlags().Border(wxRIGHT, FromDIP(8)));
    buttons->Add(save);
    auto* proof = new wxBoxSizer(wxHORIZONTAL);
    proof->Add(question_, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8)));
    proof->Add(answer_);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(advice, wxSizerFlags().Expand());
    all->Add(key_, wxSizerFlags().Centre().Border(wxTOP | wxBOTTOM, FromDIP(14)));
    all->Add(buttons, wxSizerFlags().Centre());
    all->Add(saved_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(8)));
    all->Add(proof, wxSizerFlags().Border(wxTOP, FromDIP(14)));
    SetSizer(all);
    advice->show(
        tr("This key opens the file when the passphrase or the key file is lost. It is "
           "shown only this once: write it on paper or print it, and lock it away. It does "
           "not belong on this computer."));
    advice->wrap(word_width(*this, 520));
}

void RecoveryPage::show(const std::string& key, const std::string& office, const std::string& file)
{
    office_ = office;
    file_ = file;
    groups_ = model::split(key, '-');
    asked_ = any_of(groups_.size()) + 1;
    wxString text;
    for (std::size_t i = 0; i < groups_.size(); ++i)
        text += (i == 0                             ? wxString()
                        : i % groups_in_a_line == 0 ? wxString("\n")
                                                    : wxString("  "))
            + to_wx(groups_[i]);
    key_->SetLabel(text);
    question_->SetLabel(
        tr("To be sure that you have it: type group {1}", {std::to_string(asked_)}));
    name_control(answer_, "group", question_->GetLabel());
    Layout();
    answer_->SetFocus();
}

wxString RecoveryPage::proven()
{
    if (model::folded(from_wx(answer_->GetValue())) == model::folded(groups_.at(asked_ - 1)))
        return {};
    answer_->SelectAll();
    answer_->SetFocus();
    return tr("That is not group {1} of the key: count from the left, line by line.",
        {std::to_string(asked_)});
}

std::vector<wxString> RecoveryPage::sheet() const
{
    std::vector<wxString> lines{tr("Recovery key"), to_wx(office_),
        wxFileName(to_wx(file_)).GetFullName(), wxDateTime::Now().FormatISODate(), {}};
    for (std::size_t i = 0; i < groups_.size(); i += groups_in_a_line)
        lines.push_back(to_wx(model::join(
            {groups_.begin() + static_cast<std::ptrdiff_t>(i),
                groups_.begin()
                    + static_cast<std::ptrdiff_t>(std::min(i + groups_in_a_line, groups_.size()))},
            "-")));
    lines.emplace_back();
    lines.push_back(tr("It opens the file when the passphrase or the key file is lost."));
    lines.push_back(tr("Keep it under lock and key, apart from the computer."));
    return lines;
}

void RecoveryPage::print()
{
    LinesPrintout printout(tr("Recovery key"), sheet());
    wxPrinter printer;
    if (printer.Print(this, &printout, true))
        saved_->show(tr("Printed. Lock the sheet away."));
    else if (wxPrinter::GetLastError() == wxPRINTER_ERROR)
        saved_->show(tr("The printer did not take it: write the key down, or save it to a USB "
                        "stick."));
    GetParent()->Layout();
}

void RecoveryPage::save()
{
    wxFileDialog dialog(this, tr("Save the recovery key to a USB stick"), {},
        wxFileName(to_wx(file_)).GetName() + '-' + tr("Recovery key") + ".txt",
        tr("Texts (*.txt)|*.txt"), wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK)
        return;
    if (wxFileName(dialog.GetPath()).GetPath() == wxFileName(to_wx(file_)).GetPath())
        throw model::Error(
            {model::msgid("Whoever takes the data file would have its key with it: save the key in "
                          "another place, best on a USB stick that is locked away.")});
    std::string text;
    for (const auto& line : sheet())
        text += from_wx(line) + "\r\n";
    model::SystemFiles().write(from_wx(dialog.GetPath()), text, model::Readers::owner);
    saved_->show(
        tr("Saved as {1}. Take the stick out and lock it away.", {from_wx(dialog.GetPath())}));
    GetParent()->Layout();
}

} // namespace views
