#pragma once

#include <optional>
#include <string>
#include <vector>

class wxWindow;

namespace views {

/// Asks which data file to open: one of those opened lately, newest first, or any other.
std::optional<std::string> ask_data_file(wxWindow* parent, const std::vector<std::string>& recent);

} // namespace views
