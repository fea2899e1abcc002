#pragma once

#include "model/commands/editor.h"

#include <optional>
#include <string>
#include <vector>

class wxWindow;

namespace views {

/// Enters a new record of that register over the form that wants to name it, beginning with what
/// was typed as its title, and gives its id once it is saved; nothing if the user thinks better of
/// it.
std::optional<model::Uuid> ask_new_record(
    wxWindow* parent, model::Editor& editor, const model::EntityDef& def, const std::string& title);

/// The same for one that begins with these values.
std::optional<model::Uuid> ask_new_record(wxWindow* parent, model::Editor& editor,
    const model::EntityDef& def, const std::vector<model::FieldEdit>& begun);

} // namespace views
