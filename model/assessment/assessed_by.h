#pragma once

#include "model/assessment/annual_grades.h"

#include <vector>

namespace model {

/// Who assesses a person at the hall from month to month, who proposes and who decides the annual
/// grade, and on what paper, as sentences for whoever looks at the posting: by the matrix of
/// sources and categories (grade_authority.csv), then the words by which the identity is graded and
/// the law they rest on. `unit` is the sending unit, where it is known. Where the matrix does not
/// say it, one sentence says what is missing.
std::vector<Message> assessed_by(const Posting& posting, const std::optional<Unit>& unit);

} // namespace model
