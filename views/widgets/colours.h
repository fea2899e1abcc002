#pragma once

#include "model/rules/finding.h"

#include <wx/colour.h>

namespace views {

/// The colour of a finding's words, readable on a light and on a dark window.
wxColour colour_of(model::Level level);

} // namespace views
