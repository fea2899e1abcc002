#pragma once

#include "model/assessing/period_input.h"

#include <string>
#include <string_view>

namespace model {

/// What a locked period was computed from, as one text: the file of its method, the objects, and
/// entries, presence, ballots and scores as they were. It names nobody: names stand in the scores.
std::string basis_text(const PeriodInput& input, std::string_view method_file);

/// Reads what basis_text() wrote. Throws Error where it is cut off or of a version this program
/// does not know. Objects are without names.
PeriodInput read_basis(std::string_view text);

/// The text in parts of no more than `longest` characters, none cut within one.
std::vector<std::string> in_parts(std::string_view text, std::size_t longest);

} // namespace model
