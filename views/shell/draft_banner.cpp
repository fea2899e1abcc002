#include "views/shell/draft_banner.h"

#include "views/widgets/colours.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/record_text.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/button.h>
#include <wx/sizer.h>

namespace views {

DraftBanner::DraftBanner(wxWindow* parent) : wxPanel(parent), text_(new WrappedText(this))
{
    name_control(this, "draft");
    name_control(text_, "draft.text");
    auto* drop = new wxButton(this, wxID_ANY, tr("D&rop it"));
    name_control(drop, "drop_draft");
    drop->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (on_drop)
            on_drop();
    });
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(text_, wxSizerFlags(1).CenterVertical().Border(wxALL, FromDIP(6)));
    row->Add(drop, wxSizerFlags().CenterVertical().Border(wxALL, FromDIP(6)));
    SetSizer(row);
    SetBackgroundColour(background_of(model::Level::remind));
    Hide();
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        wrap();
    });
}

void DraftBanner::tell(const model::Draft& draft, const wxString& changed_since)
{
    wxString sentence;
    if (!draft.entries.empty() || !draft.document.empty())
        sentence = tr("What you typed on {1} and had not saved is here again: save it, or drop it.",
            {from_wx(display(draft.at))});
    for (const auto& ended : draft.ended)
        sentence += (sentence.empty() ? "" : "\n")
            + tr("The field “{1}” is used no more; what was typed into it is kept here until you "
                 "drop it: {2}",
                {ended.label, ended.text});
    if (!changed_since.empty())
        sentence += ' '
            + tr("Meanwhile others changed: {1}; look at these before you save.",
                {from_wx(changed_since)});
    text_->show(sentence);
    Show();
    wrap();
    GetParent()->Layout();
}

void DraftBanner::hide()
{
    if (!IsShown())
        return;
    Hide();
    GetParent()->Layout();
}

void DraftBanner::wrap()
{
    const auto* drop = FindWindowByName("drop_draft", this);
    const int width = GetParent()->GetClientSize().x - drop->GetBestSize().x - FromDIP(30);
    if (text_->wrap(width))
        InvalidateBestSize();
}

} // namespace views
