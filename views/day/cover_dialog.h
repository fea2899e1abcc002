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

} // namespace views
