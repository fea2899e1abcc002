#pragma once

#include "model/commands/editor.h"
#include "views/form/record_attachments.h"
#include "views/form/record_form.h"
#include "views/form/record_history.h"
#include "views/form/record_links.h"

#include <wx/notebook.h>

namespace views {

/// What is known of one record: its form, the records linked with it, what happened to it, and the
/// files that are kept with it.
class RecordTabs : public wxNotebook {
public:
    RecordTabs(wxWindow* parent, const model::EntityDef& def, model::Editor& editor);

    /// The record shown now; nil where none is, or a new one. The form itself is loaded by whoever
    /// knows what is edited.
    void show(const model::Uuid& id);

    enum Tab { form_tab, links_tab, history_tab, attachments_tab };
    void go_to(Tab tab);

    RecordForm& form() { return *form_; }
    RecordLinks& links() { return *links_; }
    RecordHistory& history() { return *history_; }
    RecordAttachments& attachments() { return *attachments_; }

private:
    void fill();
    void label(Tab tab, const wxString& words);

    model::Editor& editor_;
    RecordForm* form_;
    RecordLinks* links_;
    RecordHistory* history_;
    RecordAttachments* attachments_;
    model::Uuid id_;
};

} // namespace views
