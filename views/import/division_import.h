#pragma once

#include "model/commands/editor.h"

#include <filesystem>
#include <optional>

class wxWindow;

namespace views {

/// What a list of townships and villages holds that was taken.
struct DivisionsKept {
    std::size_t townships = 0;
    std::size_t villages = 0;
};

/// Lets the user choose a list of townships and villages, says what is in it, and keeps it in the
/// file if he agrees; nothing where he does not. Throws Error with the row at fault where the list
/// is wrong.
std::optional<DivisionsKept> import_divisions(wxWindow* parent, model::Editor& editor);

/// The same with this file.
std::optional<DivisionsKept> import_divisions(
    wxWindow* parent, model::Editor& editor, const std::filesystem::path& path);

} // namespace views
