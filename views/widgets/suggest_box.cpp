#include "views/widgets/suggest_box.h"

#include "views/widgets/colours.h"
#include "views/widgets/line_height.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/platform_table.h"
#include "views/widgets/text_focus.h"
#include "views/widgets/tr.h"

#include <wx/button.h>
#include <wx/listbox.h>
#include <wx/popupwin.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace views {

namespace {

constexpr std::size_t lines_seen = 10;
constexpr int frame = 1; // around the list, in DIPs

wxString line(const Suggestion& suggestion)
{
    return suggestion.detail.empty() ? suggestion.text
                                     : suggestion.text + "    " + suggestion.detail;
}

} // namespace

SuggestBox::SuggestBox(wxWindow* parent, Find find)
    : wxPanel(parent)
    , find_(std::move(find))
    , text_(
          new wxTextCtrl(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER))
    , drop_(new wxButton(this, wxID_ANY, L"▼", wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT))
    , popup_(new wxPopupWindow(this))
    , list_(new wxListBox(popup_, wxID_ANY))
{
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(text_, wxSizerFlags(1).Expand());
    row->Add(drop_, wxSizerFlags().Expand());
    SetSizer(row);
    keep_line_height(*text_);
    unselect_when_left(*text_);
    name_control(drop_, "drop", tr("Show the list"));
    name_control(list_, "suggestions", tr("Suggestions"));
    drop_->DisableFocusFromKeyboard();

    text_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { typed(); });
    // Characters come after the input method took its own, key downs would come before.
    text_->Bind(wxEVT_CHAR, &SuggestBox::key, this);
    // Windows takes Tab before it is a character, and tells of it only so.
    Bind(wxEVT_NAVIGATION_KEY, [this](wxNavigationKeyEvent& event) {
        if (text_->HasFocus())
            accept();
        event.Skip();
    });
    text_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
        accept();
        if (on_enter)
            on_enter();
    });
    text_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        if (event.GetWindow() == list_ || event.GetWindow() == drop_)
            return;
        close();
        if (on_leave)
            on_leave();
    });
    drop_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        text_->SetFocus();
        is_open() ? close() : open();
    });
    // Not by its selection: GTK selects the first line by itself when the list appears. The list is
    // emptied only after the click is done with.
    list_->SetCanFocus(false);
    list_->Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) {
        CallAfter([this, line = list_->HitTest(event.GetPosition())] { take(line); });
    });
}

SuggestBox::~SuggestBox() = default;

void SuggestBox::show(const wxString& text)
{
    text_->ChangeValue(text);
    is_typed_ = false;
}

void SuggestBox::allow(bool allowed)
{
    text_->SetEditable(allowed);
    look_locked(*text_, !allowed);
    drop_->Enable(allowed);
}

void SuggestBox::typed()
{
    is_typed_ = true;
    if (on_type)
        on_type();
    if (!text_->HasFocus() || text_->GetValue().empty())
        close();
    else
        open();
}

bool SuggestBox::is_open() const
{
    return popup_->IsShown();
}

void SuggestBox::open()
{
    if (!text_->IsEditable())
        return;
    // A text that stands there untouched is no search: offer everything.
    offered_ = find_(is_typed_ ? text_->GetValue() : wxString());
    if (offered_.empty())
        return close();
    wxArrayString lines;
    for (const auto& suggestion : offered_)
        lines.push_back(line(suggestion));
    list_->Set(lines);
    const auto seen = static_cast<int>(std::min(lines.size(), lines_seen));
    const wxSize size(GetSize().x, seen * row_height(*list_) + 2 * FromDIP(frame));
    list_->SetSize(size);
    popup_->SetClientSize(size);
    popup_->Position(text_->ClientToScreen({0, 0}), {0, text_->GetSize().y});
    popup_->Show();
    choose(likeliest());
}

/// Of two records of one name nobody but the user can tell which he means.
int SuggestBox::likeliest() const
{
    const bool is_open_question = !is_typed_ || text_->GetValue().empty() || offered_.front().acts
        || (offered_.size() > 1 && offered_[0].text == offered_[1].text);
    return is_open_question ? wxNOT_FOUND : 0;
}

void SuggestBox::choose(int line)
{
    chosen_ = line;
    list_->SetSelection(line);
}

void SuggestBox::close()
{
    offered_.clear();
    choose(wxNOT_FOUND);
    if (popup_->IsShown())
        popup_->Hide();
}

void SuggestBox::key(wxKeyEvent& event)
{
    const int last = static_cast<int>(offered_.size()) - 1;
    switch (event.GetKeyCode()) {
    case WXK_DOWN:
    case WXK_F4:
        if (is_open())
            choose(std::min(chosen_ + 1, last));
        else
            open();
        return;
    case WXK_UP:
        if (is_open())
            choose(std::max(chosen_ - 1, 0));
        return;
    case WXK_TAB:
        accept();
        event.Skip();
        return;
    case WXK_ESCAPE:
        if (is_open())
            return close();
        event.Skip();
        return;
    default:
        event.Skip();
    }
}

/// A line that was chosen, or the only one left, is what was meant.
void SuggestBox::accept()
{
    if (chosen_ != wxNOT_FOUND)
        take(chosen_);
    else if (offered_.size() == 1 && !offered_.front().acts)
        take(0);
    close();
}

void SuggestBox::take(int line)
{
    if (line < 0 || static_cast<std::size_t>(line) >= offered_.size())
        return;
    const auto taken = offered_[static_cast<std::size_t>(line)];
    close();
    if (!taken.acts) {
        text_->ChangeValue(taken.text);
        text_->SetInsertionPointEnd();
        is_typed_ = false;
    }
    if (on_take)
        on_take(taken);
}

} // namespace views
