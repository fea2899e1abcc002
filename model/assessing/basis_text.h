#pragma once

#include "model/assessing/period_input.h"
#include "model/entities/period_basis.h"

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

/// The records that keep such a text for a period. Each says of which text it is a part, and of how
/// many: where two computers locked the period while neither knew of the other, their parts are
/// other records and do not mix.
std::vector<PeriodBasis> basis_parts(const Uuid& period, std::string_view text);

/// The text that the parts make, in whatever order; of several texts that are whole the first by
/// its mark, so that every computer takes the same. Empty where none is whole.
std::string basis_of(std::span<const PeriodBasis> parts);

} // namespace model
