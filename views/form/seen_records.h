#pragma once

#include "model/commands/editor.h"
#include "views/form/field_editor.h"

namespace views {

/// The records that the editor's account may see at the time it is asked, as references offer
/// them. The editor outlives what is given.
FieldEditor::Seen seen_records(model::Editor& editor);

} // namespace views
