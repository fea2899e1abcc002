#include "views/list/view_dialogs.h"

#include "model/base/text.h"
#include "views/list/list_dialogs.h"
#include "views/shell/questions.h"
#include "views/widgets/letters.h"
#include "views/widgets/line_height.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"

#include <wx/button.h>
#include <wx/listbox.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace views {

std::optional<std::string> ask_view_name(
    wxWindow* parent, const wxString& title, const std::string& name)
{
    wxDialog dialog(parent, wxID_ANY, title);
    auto* text = new wxTextCtrl(&dialog, wxID_ANY, to_wx(name));
    name_control(text, "name", tr("Name of the view"));
    keep_line_height(*text);
    text->SetMinSize(wxSize(word_width(dialog, 260), text->GetMinSize().y));
    auto* all = new wxBoxSizer(wxVERTICAL);
    const auto flags = wxSizerFlags().Expand().Border(wxALL, dialog.FromDIP(10));
    all->Add(new wxStaticText(&dialog, wxID_ANY, tr("Name of the view")), flags);
    all->Add(text, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, dialog.FromDIP(10)));
    all->Add(ok_and_cancel(dialog), flags);
    dialog.SetSizerAndFit(all);
    dialog.CentreOnParent();
    text->SetFocus();
    text->SelectAll();
    if (dialog.ShowModal() != wxID_OK || model::trimmed(from_wx(text->GetValue())).empty())
        return std::nullopt;
    return from_wx(text->GetValue());
}

ViewsDialog::ViewsDialog(wxWindow* parent, SavedViews& saved)
    : wxDialog(parent, wxID_ANY, tr("Views"), wxDefaultPosition, wxDefaultSize,
        wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
    , saved_(saved)
    , list_(new wxListBox(this, wxID_ANY, wxDefaultPosition, word_size(*this, wxSize(260, 220))))
{
    auto* first = new wxButton(this, wxID_ANY, tr("&Begin with it"));
    auto* rename = new wxButton(this, wxID_ANY, tr("&Rename…"));
    auto* remove = new wxButton(this, wxID_ANY, tr("&Delete"));
    auto* close = new wxButton(this, wxID_CANCEL, tr("Close"));
    name_control(list_, "views", tr("Views"));
    name_control(first, "begin");
    name_control(rename, "rename");
    name_control(remove, "remove");
    auto* side = new wxBoxSizer(wxVERTICAL);
    for (auto* button : {first, rename, remove})
        side->Add(button, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(8)));
    side->AddStretchSpacer();
    side->Add(close, wxSizerFlags().Expand());
    auto* all = new wxBoxSizer(wxHORIZONTAL);
    all->Add(list_, wxSizerFlags(1).Expand().Border(wxALL, FromDIP(10)));
    all->Add(side, wxSizerFlags().Expand().Border(wxTOP | wxRIGHT | wxBOTTOM, FromDIP(10)));
    SetSizerAndFit(all);
    CentreOnParent();
    first->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { begin_with(); });
    rename->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { this->rename(); });
    remove->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { this->remove(); });
    fill(saved_.first());
    list_->SetFocus();
}

void ViewsDialog::fill(const std::string& chosen)
{
    const auto names = saved_.names();
    list_->Clear();
    for (const auto& name : names)
        list_->Append(
            name == saved_.first() ? tr("{1} (the list begins with it)", {name}) : to_wx(name));
    const auto found = std::ranges::find(names, chosen);
    if (!names.empty())
        list_->SetSelection(found == names.end() ? 0 : static_cast<int>(found - names.begin()));
}

std::string ViewsDialog::chosen() const
{
    const int line = list_->GetSelection();
    return line < 0 ? std::string() : saved_.names().at(static_cast<std::size_t>(line));
}

void ViewsDialog::rename()
{
    const auto name = chosen();
    if (name.empty())
        return;
    const auto to = ask_view_name(this, tr("Rename the view"), name);
    if (!to)
        return;
    if (!saved_.rename(name, *to))
        return tell(this, tr("There is a view of that name already."));
    fill(model::trimmed(*to));
}

void ViewsDialog::remove()
{
    saved_.remove(chosen());
    fill({});
}

/// The same once more: the list begins as it was left.
void ViewsDialog::begin_with()
{
    const auto name = chosen();
    saved_.begin_with(saved_.first() == name ? std::string() : name);
    fill(name);
}

void manage_views(wxWindow* parent, SavedViews& saved)
{
    ViewsDialog(parent, saved).ShowModal();
}

} // namespace views
