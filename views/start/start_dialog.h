#pragma once

#include <optional>
#include <string>
#include <vector>

class wxWindow;

namespace views {

/// How the user wants to begin.
struct Start {
    enum Way { open, make, join, speak };
    Way way = open;
    std::string file; ///< the data file to open, the joining file, or the language to speak
};

/// Asks which data file to open (one of those opened lately, newest first, or any other), or
/// whether to make one or to join a county with a joining file; or for the other language. Nothing
/// when the user would rather leave.
std::optional<Start> ask_start(wxWindow* parent, const std::vector<std::string>& recent);

} // namespace views
