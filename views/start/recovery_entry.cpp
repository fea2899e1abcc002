#include "views/start/recovery_entry.h"

#include "model/access/recovery_key.h"
#include "views/widgets/colours.h"
#include "views/widgets/letters.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"
#include "views/widgets/wrapped_text.h"

#include <wx/sizer.h>
#include <wx/textctrl.h>

namespace views {

namespace {

constexpr int width = 460; ///< of seven groups in a line
constexpr int lines = 2;

wxString state_of(const model::TypedRecovery& typed)
{
    wxString wrong;
    for (const auto group : typed.wrong)
        wrong += (wrong.empty() ? wxString() : tr(", ")) + std::to_string(group);
    if (!wrong.empty())
        return tr("Group {1} has a mistake: compare it with the paper", {from_wx(wrong)});
    if (typed.left_over > 0)
        return tr("There are {1} characters too many: compare the end with the paper",
            {std::to_string(typed.left_over)});
    if (typed.is_complete())
        return tr("The key is complete");
    return tr(
        "{1} of {2} groups are typed", {std::to_string(typed.whole), std::to_string(typed.of)});
}

} // namespace

RecoveryEntry::RecoveryEntry(wxWindow* parent)
    : wxPanel(parent)
    , text_(new wxTextCtrl(
          this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_MULTILINE | wxTE_NO_VSCROLL))
    , state_(new WrappedText(this))
{
    name_control(text_, "key", tr("Recovery key"));
    name_control(state_, "key_state");
    text_->SetFont(
        wxFont(wxFontInfo(text_->GetFont().GetPointSize()).Family(wxFONTFAMILY_TELETYPE)));
    text_->SetMinSize(wxSize(word_width(*this, width), text_->GetCharHeight() * (lines + 1)));
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(text_, wxSizerFlags().Expand());
    all->Add(state_, wxSizerFlags().Expand().Border(wxTOP, FromDIP(4)));
    SetSizer(all);
    text_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { typed(); });
    // The key is one line of words: Tab and Enter go on as in other texts.
    text_->Bind(wxEVT_CHAR, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_TAB)
            text_->Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward
                                              : wxNavigationKeyEvent::IsForward);
        else if (event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER)
            text_->Navigate();
        else
            event.Skip();
    });
    typed();
}

std::string RecoveryEntry::key() const
{
    return from_wx(text_->GetValue());
}

bool RecoveryEntry::is_complete() const
{
    return model::typed_recovery(key()).is_complete();
}

void RecoveryEntry::focus()
{
    text_->SetFocus();
}

void RecoveryEntry::typed()
{
    const auto typed = model::typed_recovery(key());
    const bool is_wrong = !typed.wrong.empty() || typed.left_over > 0;
    state_->SetForegroundColour(is_wrong ? colour_of(model::Level::refuse) : GetForegroundColour());
    state_->show(state_of(typed));
    state_->wrap(word_width(*this, width));
    if (on_change)
        on_change();
}

} // namespace views
