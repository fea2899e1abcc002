#pragma once

#include "model/commands/editor.h"

#include <wx/string.h>

#include <optional>

class wxWindow;

namespace views {

/// Asks who is on duty, beginning with what was typed already: by name, pinyin or initials. Nothing
/// if the user thinks better of it.
std::optional<model::Uuid> ask_on_duty(
    wxWindow* parent, model::Editor& editor, const wxString& question, const wxString& typed);

} // namespace views
