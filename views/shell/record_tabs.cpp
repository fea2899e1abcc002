#include "views/shell/record_tabs.h"

#include "views/widgets/errors.h"
#include "views/widgets/platform_accessible.h"
#include "views/widgets/tr.h"

namespace views {

RecordTabs::RecordTabs(wxWindow* parent, const model::EntityDef& def, model::Editor& editor)
    : wxNotebook(parent, wxID_ANY)
    , editor_(editor)
    , form_(new RecordForm(this, def, editor.store()))
    , links_(new RecordLinks(this, editor.store()))
    , history_(new RecordHistory(this, editor.store()))
    , attachments_(new RecordAttachments(this, editor))
{
    name_control(this, "tabs", tr("Entries, related records, history and attachments"));
    AddPage(form_, tr("Entries"));
    AddPage(links_, tr("Related"));
    AddPage(history_, tr("History"));
    AddPage(attachments_, tr("Attachments"));
    Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
        event.Skip();
        guarded(this, [this] { fill(); });
    });
}

void RecordTabs::show(const model::Uuid& id)
{
    id_ = id;
    const auto linked = id.is_nil() ? 0 : links_->count_of(id);
    label(links_tab, linked == 0 ? tr("Related") : tr("Related ({1})", {std::to_string(linked)}));
    const auto files = id.is_nil() ? 0 : attachments_->count_of(id);
    label(attachments_tab,
        files == 0 ? tr("Attachments") : tr("Attachments ({1})", {std::to_string(files)}));
    if (id.is_nil() && GetSelection() != form_tab)
        ChangeSelection(form_tab);
    fill();
}

void RecordTabs::label(Tab tab, const wxString& words)
{
    if (words == GetPageText(tab))
        return;
    SetPageText(tab, words);
    Refresh(); // also where the tabs stood before
}

/// Only what is seen is read: whoever goes through the list wants the forms.
void RecordTabs::fill()
{
    if (GetSelection() == links_tab)
        links_->show(id_);
    else if (GetSelection() == history_tab)
        history_->show(id_);
    else if (GetSelection() == attachments_tab)
        attachments_->show(id_);
}

void RecordTabs::go_to(Tab tab)
{
    SetSelection(tab);
    if (tab == form_tab)
        form_->focus_first();
    else
        GetCurrentPage()->SetFocus();
}

} // namespace views
