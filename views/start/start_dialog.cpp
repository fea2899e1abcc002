#include "views/start/start_dialog.h"

#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"

#include <wx/button.h>
#include <wx/choice.h>
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
        , list_(
              new wxListBox(this, wxID_ANY, wxDefaultPosition, word_size(*this, wxSize(520, 160))))
        , language_(new wxChoice(this, wxID_ANY))
    {
        for (const auto& file : recent)
            list_->Append(to_wx(file));
        name_control(list_, "recent", tr("Opened lately"));
        list_->Show(!recent.empty());
        if (!recent.empty())
            list_->SetSelection(0);
        lay_out();
        list_->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { take_selected(); });
    }

    const Start& chosen() const { return chosen_; }

private:
    void lay_out()
    {
        auto* open = button(wxID_OK, model::msgid("&Open"), [this] { take_selected(); });
        auto* other =
            button(wxID_OPEN, model::msgid("Open an&other file…"), [this] { ask_other(); });
        auto* make = button(wxID_NEW, model::msgid("&New data file for this office…"), [this] {
            take({Start::make, {}});
        });
        auto* join =
            button(wxID_ADD, model::msgid("I have a &joining file…"), [this] { ask_join(); });
        name_control(other, "other");
        name_control(make, "make");
        name_control(join, "join");
        open->Show(!recent_.empty());
        (recent_.empty() ? make : open)->SetDefault();

        const auto flags = wxSizerFlags().Expand().Border(wxALL, FromDIP(12));
        auto* all = new wxBoxSizer(wxVERTICAL);
        auto* title = new wxStaticText(this, wxID_ANY,
            recent_.empty() ? tr("How would you like to begin?") : tr("Data files opened lately:"));
        all->Add(title, flags);
        all->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, FromDIP(12)));
        auto* ways = new wxBoxSizer(recent_.empty() ? wxVERTICAL : wxHORIZONTAL);
        const auto gap = recent_.empty() ? wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8))
                                         : wxSizerFlags().Border(wxRIGHT, FromDIP(8));
        ways->Add(open, gap);
        for (auto* way : {make, join, other})
            ways->Add(way, gap);
        all->Add(ways, flags);
        all->Add(last_row(), flags);
        SetSizerAndFit(all);
        Centre();
    }

    wxSizer* last_row()
    {
        auto* exit = new wxButton(this, wxID_CANCEL, GetParent() ? tr("Cancel") : tr("E&xit"));
        language_->Append(L"中文");
        language_->Append("English");
        language_->SetSelection(spoken_language() == "en" ? 1 : 0);
        name_control(language_, "language", L"语言 Language");
        language_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
            take({Start::speak, event.GetSelection() == 1 ? "en" : "zh_CN"});
        });
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(new wxStaticText(this, wxID_ANY, L"语言 Language"),
            wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8)));
        row->Add(language_, wxSizerFlags().CenterVertical());
        row->AddStretchSpacer();
        row->Add(exit, wxSizerFlags().CenterVertical().Border(wxLEFT, FromDIP(24)));
        return row;
    }

    template <class Do>
    wxButton* button(wxWindowID id, const char* label, Do what)
    {
        auto* made = new wxButton(this, id, tr(label));
        made->Bind(wxEVT_BUTTON, [what](wxCommandEvent&) { what(); });
        return made;
    }

    void ask_other()
    {
        wxFileDialog dialog(this, tr("Open the data file"), {}, {},
            tr("Data files (*.db;*.hall)|*.db;*.hall|All files|*"),
            wxFD_OPEN | wxFD_FILE_MUST_EXIST);
        if (dialog.ShowModal() == wxID_OK)
            take({Start::open, from_wx(dialog.GetPath())});
    }

    void ask_join()
    {
        wxFileDialog dialog(this, tr("Open the joining file of the county"), {}, {},
            tr("Joining files (*.join)|*.join|All files|*"), wxFD_OPEN | wxFD_FILE_MUST_EXIST);
        if (dialog.ShowModal() == wxID_OK)
            take({Start::join, from_wx(dialog.GetPath())});
    }

    void take_selected()
    {
        if (const int at = list_->GetSelection(); at != wxNOT_FOUND)
            take({Start::open, recent_.at(static_cast<std::size_t>(at))});
    }

    void take(Start start)
    {
        chosen_ = std::move(start);
        EndModal(wxID_OK);
    }

    std::vector<std::string> recent_;
    Start chosen_;
    wxListBox* list_;
    wxChoice* language_;
};

} // namespace

std::optional<Start> ask_start(wxWindow* parent, const std::vector<std::string>& recent)
{
    StartDialog dialog(parent, recent);
    if (dialog.ShowModal() != wxID_OK)
        return std::nullopt;
    return dialog.chosen();
}

} // namespace views
