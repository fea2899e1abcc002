#include "views/import/result_page.h"

#include "views/import/check_page.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace views {

ResultPage::ResultPage(wxWindow* parent, ImportDraft& draft)
    : wxPanel(parent)
    , draft_(draft)
    , headline_(new wxStaticText(this, wxID_ANY, {}))
    , text_(new WrappedText(this))
    , save_errors_(new wxButton(this, wxID_ANY, tr("&Save the wrong rows…")))
    , take_back_(new wxButton(this, wxID_ANY, tr("&Take this import back")))
    , another_(new wxButton(this, wxID_ANY, tr("Import &another sheet")))
{
    name_control(headline_, "result");
    name_control(text_, "result_text");
    name_control(save_errors_, "save_result_errors");
    name_control(take_back_, "take_back");
    name_control(another_, "another");
    headline_->SetFont(headline_->GetFont().Bold().Larger());
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    for (auto* button : {save_errors_, take_back_, another_})
        buttons->Add(button, wxSizerFlags().Border(wxRIGHT, FromDIP(8)));
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxALL, FromDIP(10));
    all->Add(headline_, flags);
    all->Add(text_, flags);
    all->Add(buttons, flags);
    SetSizer(all);
    save_errors_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { on_save_errors(); });
    take_back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { on_take_back(); });
    another_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { on_another(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (text_->wrap(GetClientSize().x - FromDIP(20)))
            Layout();
    });
}

void ResultPage::show()
{
    const auto& result = draft_.result;
    auto text = counts_text(result);
    for (const auto& note : result.notes)
        text += "\n" + tr(note);
    if (result.wrong > 0)
        text += "\n"
            + tr("The wrong rows were left out. Saved as a sheet of their own, they can be mended "
                 "and imported.");
    if (result.run != 0)
        text +=
            "\n" + tr("It can be taken back as a whole, here or later in the history of imports.");
    say(result.run != 0 ? tr("The sheet was imported") : tr("There was nothing to import"), text);
    save_errors_->Show(result.wrong > 0);
    take_back_->Show(result.run != 0);
    Layout();
}

void ResultPage::show_taken_back(bool changed, const wxString& sentence)
{
    say(changed ? tr("The import was taken back") : tr("The import was not taken back"), sentence);
    take_back_->Show(!changed);
    Layout();
}

void ResultPage::say(const wxString& headline, const wxString& text)
{
    headline_->SetLabelText(headline);
    text_->show(text);
    text_->wrap(GetClientSize().x - FromDIP(20));
}

void ResultPage::focus()
{
    another_->SetFocus();
}

} // namespace views
