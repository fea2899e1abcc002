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
{
    name_control(this, "tabs", tr("Entries, related records and history"));
    AddPage(form_, tr("Entries"));
    AddPage(links_, tr("Related"));
    AddPage(history_, tr("History"));
    Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
        event.Skip();
        guarded(this, [this] { fill(); });
    });
}

void RecordTabs::show(const model::Uuid& id)
{
    id_ = id;
    const auto linked = id.is_nil() ? 0 : links_->count_of(id);
    const auto label = linked == 0 ? tr("Related") : tr("Related ({1})", {std::to_string(linked)});
    if (label != GetPageText(links_tab)) {
        SetPageText(links_tab, label);
        Refresh(); // also where the tabs stood before
    }
    if (id.is_nil() && GetSelection() != form_tab)
        ChangeSelection(form_tab);
    fill();
}

/// Only what is seen is read: whoever goes through the list wants the forms.
void RecordTabs::fill()
{
    if (GetSelection() == links_tab)
        links_->show(id_);
    else if (GetSelection() == history_tab)
        history_->show(id_);
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
