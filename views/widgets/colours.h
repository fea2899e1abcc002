#pragma once

#include "model/rules/finding.h"

#include <wx/colour.h>

class wxWindow;

namespace views {

/// The colour of a finding's words, readable on a light and on a dark window.
wxColour colour_of(model::Level level);

/// Behind a cell that has a finding, so that an empty one is seen as well.
wxColour background_of(model::Level level);

/// Makes a text that may not be changed look so, and like any other again; it can still be copied.
void look_locked(wxWindow& text, bool locked);

} // namespace views
