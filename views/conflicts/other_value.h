#pragma once

#include "views/form/field_editor.h"

#include <optional>

class wxWindow;

namespace views {

/// Asks for a value of that field, beginning with the one given; a reference offers the records
/// `seen`. Nothing if the user thinks better of it.
std::optional<model::Value> ask_value(wxWindow* parent, const model::FieldDef& field,
    const model::Value& first, model::RecordStore& store, const FieldEditor::Seen& seen);

} // namespace views
