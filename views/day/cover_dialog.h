#pragma once

#include "views/day/morning_page.h"

namespace views {

/// Asks who is at the window instead of the person of that line; an empty choice is nobody. Nothing
/// where the user thinks better of it.
std::optional<CoverChoice> ask_cover(
    wxWindow* parent, model::Editor& editor, const model::MorningRow& row);

/// The same for how many minutes late the person is.
std::optional<MinutesChoice> ask_minutes(
    wxWindow* parent, model::Editor& editor, const model::MorningRow& row);

/// Asks for a person of the register; nothing where none is chosen.
std::optional<model::Uuid> ask_person(
    wxWindow* parent, model::Editor& editor, const wxString& title, const wxString& question);

} // namespace views
