#pragma once

#include "model/commands/editor.h"
#include "views/form/record_form.h"
#include "views/form/record_history.h"
#include "views/form/record_links.h"

#include <wx/notebook.h>

namespace views {

/// What is known of one record: its form, the records linked with it, and what happened to it.
class RecordTabs : public wxNotebook {
public:
    RecordTabs(wxWindow* parent, const model::EntityDef& def, model::Editor& editor);

    /// The record shown now; nil where none is, or a new one. The form itself is loaded by whoever
    /// knows what is edited.
    void show(const model::Uuid& id);

    enum Tab { form_tab, links_tab, history_tab };
    void go_to(Tab tab);

    RecordForm& form() { return *form_; }
    RecordLinks& links() { return *links_; }
    RecordHistory& history() { return *history_; }

private:
    void fill();

    model::Editor& editor_;
    RecordForm* form_;
    RecordLinks* links_;
    RecordHistory* history_;
    model::Uuid id_;
};

} // namespace views
