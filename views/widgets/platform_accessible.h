#pragma once

#include <wx/window.h>

#include <string_view>

namespace views {

/// Gives a control its two names: `name`, by which tests and automation find it (a field's name),
/// and `spoken`, which screen readers say. Controls that show their own label need only the first.
void name_control(wxWindow* control, std::string_view name, const wxString& spoken = {});

} // namespace views
