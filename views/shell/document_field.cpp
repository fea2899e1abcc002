#include "views/shell/document_field.h"

#include "model/base/text.h"
#include "model/store/documents.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/suggest_box.h"
#include "views/widgets/tr.h"

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace views {

DocumentField::DocumentField(wxWindow* parent, model::RecordStore& store, int label_width)
    : wxPanel(parent)
{
    auto* label = new wxStaticText(this, wxID_ANY, tr("On behalf, by document"), wxDefaultPosition,
        wxDefaultSize, wxALIGN_RIGHT | wxST_NO_AUTORESIZE);
    label->SetMinSize({std::max(label_width, label->GetBestSize().x), -1});
    box_ = new SuggestBox(this, [&store](const wxString& typed) {
        std::vector<Suggestion> found;
        for (const auto& document : model::recent_documents(store, from_wx(typed)))
            found.push_back({.text = to_wx(document)});
        return found;
    });
    box_->text()->SetHint(tr("The unit's stamped form; empty: an entry of your own"));
    name_control(box_->text(), "on_behalf", tr("On behalf, by document"));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(label, wxSizerFlags().CenterVertical());
    row->Add(box_, wxSizerFlags(1).Border(wxLEFT, FromDIP(10)));
    SetSizer(row);
    wire();
}

void DocumentField::wire()
{
    const auto changed = [this] {
        if (on_change)
            on_change();
    };
    box_->on_type = changed;
    box_->on_take = [changed](const Suggestion&) { changed(); };
    box_->on_enter = [this] {
        if (on_enter)
            on_enter();
    };
    box_->text()->Bind(wxEVT_CHAR, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_ESCAPE && !box_->is_open() && on_escape)
            on_escape();
        else
            event.Skip();
    });
}

std::string DocumentField::document() const
{
    return model::trimmed(from_wx(box_->text()->GetValue()));
}

void DocumentField::show(const std::string& document)
{
    box_->show(to_wx(document));
}

void DocumentField::focus()
{
    box_->text()->SetFocus();
}

} // namespace views
