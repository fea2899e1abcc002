#pragma once

#include "model/base/date.h"

#include <optional>

class wxWindow;

namespace views {

/// Shows a month to pick a day from, under the window it is for, beginning at `first`; nothing if
/// the user thinks better of it. Arrows go from day to day, Enter takes, Esc leaves.
std::optional<model::Date> ask_date(wxWindow* under, model::Date first, model::Date today);

} // namespace views
