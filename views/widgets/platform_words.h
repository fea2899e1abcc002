#pragma once

#include <string>

namespace views {

/// In which language the toolkit says words of its own, as where a file is chosen; nothing where
/// the system sees to that by itself, and where the system has no words in that language.
void speak_in_toolkit(const std::string& language);

} // namespace views
