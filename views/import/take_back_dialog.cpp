#include "views/import/take_back_dialog.h"

#include "views/help/help_menu.h"
#include "views/import/cell_table.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace views {

namespace {

constexpr std::size_t most_told = 5; ///< sentences

} // namespace

TakeBackDialog::TakeBackDialog(wxWindow* parent, const char* name, const char* table,
    const wxString& title, const wxString& button)
    : wxDialog(parent, wxID_ANY, title, wxDefaultPosition, wxDefaultSize,
        wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
    , table_(new CellTable(this, table, title))
    , said_(new WrappedText(this))
    , back_(new wxButton(this, wxID_ANY, button))
{
    SetName(name);
    name_control(said_, "said");
    name_control(back_, "take_back");
}

void TakeBackDialog::lay_out(const wxSize& size, std::string_view manual_page)
{
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(back_);
    buttons->AddStretchSpacer();
    buttons->Add(new wxButton(this, wxID_CANCEL, tr("Close")));
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxALL, FromDIP(10));
    all->Add(table_, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(10)));
    all->Add(said_, flags);
    all->Add(buttons, flags);
    SetSizer(all);
    SetSize(dialog_size(*this, size));
    CentreOnParent();
    offer_help(*this, manual_page);
}

bool TakeBackDialog::ask(const wxString& question, const wxString& consequence)
{
    wxMessageDialog dialog(
        this, question, tr("Hallkeeper"), wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
    dialog.SetExtendedMessage(consequence);
    dialog.SetYesNoLabels(tr("&Take back"), tr("&Keep"));
    return dialog.ShowModal() == wxID_YES;
}

void TakeBackDialog::say(const wxString& text, const model::Findings& findings)
{
    std::vector<std::pair<wxString, std::size_t>> sentences;
    for (const auto& finding : findings) {
        const auto sentence = tr(finding.message);
        const auto said =
            std::ranges::find(sentences, sentence, &std::pair<wxString, std::size_t>::first);
        if (said == sentences.end())
            sentences.emplace_back(sentence, 1);
        else
            ++said->second;
    }
    auto all = text;
    for (std::size_t i = 0; i < std::min(most_told, sentences.size()); ++i) {
        const auto& [sentence, times] = sentences[i];
        all += '\n'
            + (times == 1 ? sentence
                          : tr("{1} ({2} records)", {from_wx(sentence), std::to_string(times)}));
    }
    if (sentences.size() > most_told)
        all += '\n' + tr("  and {1} more", {std::to_string(sentences.size() - most_told)});
    say(all);
}

void TakeBackDialog::say(const wxString& text)
{
    said_->show(text);
    said_->wrap(GetClientSize().x - FromDIP(20));
    Layout();
}

} // namespace views
