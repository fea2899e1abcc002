#pragma once

#include "model/commands/editor.h"

#include <wx/string.h>

#include <optional>

class wxWindow;

namespace views {

/// What a small dialog asks: one field of a register.
struct FieldQuestion {
    const model::EntityDef& def;
    std::string_view field;
    const char* window; ///< the dialog's name, which tests and tools know it by
    const char* topic;  ///< its page of the manual
    wxString title;
    wxString question;
    model::Value before;               ///< what the field has now
    wxString typed = {};               ///< what was typed already, as if typed here
    std::optional<wxString> must = {}; ///< the sentence where it is left empty, if it must not be
};

/// Asks for a field, in its own editor: references by name, pinyin or initials, out of what the
/// user may see. Gives what was entered, null where the field was left empty; nothing if the user
/// thinks better of it.
std::optional<model::Value> ask_field(
    wxWindow* parent, model::Editor& editor, const FieldQuestion& question);

} // namespace views
