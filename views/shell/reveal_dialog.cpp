#include "views/shell/reveal_dialog.h"

#include "model/base/message.h"
#include "model/rules/finding.h"
#include "views/widgets/colours.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/end_dialog.h"
#include "views/widgets/errors.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/combobox.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace views {

namespace {

constexpr int width = 420;

constexpr const char* usual[] = {
    model::msgid("Compare with the document"),
    model::msgid("Correct the record"),
    model::msgid("Reach the person"),
    model::msgid("Handle an application"),
};

/// Whoever reads one record mostly reads the next for the same reason.
wxString& reason_before()
{
    static wxString reason;
    return reason;
}

} // namespace

RevealDialog::RevealDialog(wxWindow* parent, const wxString& title, Reveal reveal)
    : wxDialog(parent, wxID_ANY, tr("Show personal values"))
    , reveal_(std::move(reveal))
    , problem_(new WrappedText(this))
{
    SetName("reveal_dialog");
    name_control(problem_, "problem");
    problem_->SetForegroundColour(colour_of(model::Level::refuse));
    auto* what = new WrappedText(this);
    auto* label = new wxStaticText(this, wxID_ANY, tr("Why:"));
    wxArrayString choices;
    for (const auto* reason : usual)
        choices.Add(tr(reason));
    reason_ =
        new wxComboBox(this, wxID_ANY, reason_before().empty() ? choices.front() : reason_before(),
            wxDefaultPosition, wxDefaultSize, choices, wxTE_PROCESS_ENTER);
    name_control(reason_, "reason", tr("Why:"));
    auto* ok = new wxButton(this, wxID_OK, tr("S&how"));
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxALL, FromDIP(10));
    auto* line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(label, wxSizerFlags().CenterVertical().Border(wxRIGHT, FromDIP(8)));
    line->Add(reason_, wxSizerFlags(1).CenterVertical());
    all->Add(what, flags);
    all->Add(line, flags);
    all->Add(problem_, flags);
    all->Add(dialog_buttons(*this, ok), flags);
    SetSizer(all);
    what->show(
        tr("The personal values of {1} are shown whole for one minute, or until you go on to "
           "another record. The audit log keeps who read them, when and why.",
            {from_wx(title)}));
    what->wrap(word_width(*this, width));
    ok->SetDefault();
    Fit();
    CentreOnParent();
    ok->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { try_it(); });
    reason_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { try_it(); });
    reason_->SetFocus();
}

void RevealDialog::try_it()
{
    try {
        reveal_(from_wx(reason_->GetValue()));
    } catch (...) {
        problem_->show(describe(std::current_exception()));
        problem_->wrap(word_width(*this, width));
        reason_->SetFocus();
        Fit();
        return;
    }
    reason_before() = reason_->GetValue();
    end_dialog(*this, wxID_OK);
}

} // namespace views
