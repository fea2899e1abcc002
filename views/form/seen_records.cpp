#include "views/form/seen_records.h"

namespace views {

FieldEditor::Seen seen_records(model::Editor& editor)
{
    return {.record =
                [&editor](const model::Meta& meta) {
                    return editor.permission()
                        .extent(model::Action::see, *meta.def)
                        .holds(meta.scope, meta.home);
                },
        .where =
            [&editor](const model::EntityDef& def) {
                return editor.permission().extent(model::Action::see, def).condition(def);
            },
        .but_not = {}};
}

} // namespace views
