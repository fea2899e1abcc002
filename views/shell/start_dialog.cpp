#include "views/shell/start_dialog.h"

#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/filedlg.h>
#include <wx/listbox.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace views {

namespace {

class StartDialog : public wxDialog {
public:
    StartDialog(wxWindow* parent, const std::vector<std::string>& recent)
        : wxDialog(parent, wxID_ANY, tr("Hallkeeper"))
        , recent_(recent)
        , list_(new wxListBox(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(520, 180))))
    {
        for (const auto& file : recent)
            list_->Append(to_wx(file));
        auto* open = new wxButton(this, wxID_OK, tr("&Open"));
        auto* other = new wxButton(this, wxID_OPEN, tr("Open an&other file…"));
        auto* exit = new wxButton(this, wxID_CANCEL, tr("E&xit"));
        name_control(list_, "recent", tr("Opened lately"));
        name_control(other, "other");
        list_->Show(!recent.empty());
        open->Show(!recent.empty());
        if (!recent.empty())
            list_->SetSelection(0);
        (recent.empty() ? other : open)->SetDefault();

        auto* buttons = new wxBoxSizer(wxHORIZONTAL);
        buttons->Add(other);
        buttons->AddStretchSpacer();
        buttons->Add(open, wxSizerFlags().Border(wxRIGHT, FromDIP(8)));
        buttons->Add(exit);
        auto* all = new wxBoxSizer(wxVERTICAL);
        const auto flags = wxSizerFlags().Expand().Border(wxALL, FromDIP(10));
        all->Add(new wxStaticText(this, wxID_ANY,
                     recent.empty() ? tr("Choose the data file of your office.")
                                    : tr("Data files opened lately:")),
            flags);
        all->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(10)));
        all->Add(buttons, flags);
        SetSizerAndFit(all);
        Centre();

        other->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { ask_other(); });
        open->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { take_selected(); });
        list_->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { take_selected(); });
    }

    const std::string& chosen() const { return chosen_; }

private:
    void ask_other()
    {
        wxFileDialog dialog(this, tr("Open the data file"), {}, {},
            tr("Data files (*.db;*.hall)|*.db;*.hall|All files|*"),
            wxFD_OPEN | wxFD_FILE_MUST_EXIST);
        if (dialog.ShowModal() == wxID_OK)
            take(from_wx(dialog.GetPath()));
    }

    void take_selected()
    {
        if (const int at = list_->GetSelection(); at != wxNOT_FOUND)
            take(recent_.at(static_cast<std::size_t>(at)));
    }

    void take(const std::string& file)
    {
        chosen_ = file;
        EndModal(wxID_OK);
    }

    std::vector<std::string> recent_;
    std::string chosen_;
    wxListBox* list_;
};

} // namespace

std::optional<std::string> ask_data_file(wxWindow* parent, const std::vector<std::string>& recent)
{
    StartDialog dialog(parent, recent);
    if (dialog.ShowModal() != wxID_OK)
        return std::nullopt;
    return dialog.chosen();
}

} // namespace views
