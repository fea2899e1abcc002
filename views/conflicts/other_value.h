#pragma once

#include "model/store/record_store.h"

#include <optional>

class wxWindow;

namespace views {

/// Asks for a value of that field, beginning with the one given; nothing if the user thinks better
/// of it.
std::optional<model::Value> ask_value(wxWindow* parent, const model::FieldDef& field,
    const model::Value& first, model::RecordStore& store);

} // namespace views
