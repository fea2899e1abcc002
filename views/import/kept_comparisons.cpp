#include "views/import/kept_comparisons.h"

#include "views/widgets/platform_accessible.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace views {

KeptComparisons::KeptComparisons(wxWindow* parent)
    : wxPanel(parent)
    , list_(new wxChoice(this, wxID_ANY))
    , resume_(new wxButton(this, wxID_ANY, tr("&Go on with it")))
    , drop_(new wxButton(this, wxID_ANY, tr("G&ive it up…")))
{
    name_control(list_, "kept", tr("Comparisons left open"));
    name_control(resume_, "resume");
    name_control(drop_, "drop");
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto gap = wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8));
    row->Add(new wxStaticText(this, wxID_ANY, tr("Comparisons left open")), gap);
    row->Add(list_, wxSizerFlags(1).CenterVertical().Border(wxRIGHT, FromDIP(8)));
    row->Add(resume_, gap);
    row->Add(drop_, wxSizerFlags().CenterVertical());
    SetSizer(row);
    resume_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (const auto* kept = chosen())
            on_resume(kept->no);
    });
    drop_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        const auto* kept = chosen();
        if (!kept)
            return;
        wxMessageDialog dialog(this, tr("Give up the comparison with {1}?", {kept->name}),
            tr("Hallkeeper"), wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION);
        dialog.SetExtendedMessage(tr("What was taken in stays in the register; what is open is "
                                     "found again only from the sheet itself."));
        dialog.SetYesNoLabels(tr("G&ive up"), tr("&Keep"));
        if (dialog.ShowModal() == wxID_YES)
            on_drop(kept->no);
    });
}

void KeptComparisons::show(std::vector<model::KeptEdition> kept)
{
    kept_ = std::move(kept);
    list_->Clear();
    for (const auto& each : kept_)
        list_->Append(tr("{1}: {2} rows, {3}, {4}",
            {each.name, std::to_string(each.rows), from_wx(display(each.at)), each.user}));
    if (!kept_.empty())
        list_->SetSelection(0);
    Show(!kept_.empty());
}

void KeptComparisons::focus()
{
    resume_->SetFocus();
}

const model::KeptEdition* KeptComparisons::chosen() const
{
    const int at = list_->GetSelection();
    return at < 0 ? nullptr : &kept_.at(static_cast<std::size_t>(at));
}

} // namespace views
