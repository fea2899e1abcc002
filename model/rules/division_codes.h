#pragma once

#include "model/rules/finding.h"

namespace model {

/// Refuses what is no code of a division of China (GB/T 2260 and the codes of townships and
/// villages below it): 2, 4, 6, 9 or 12 digits that begin with a province's. Warns of a county that
/// is not in the list (assets/codes/counties.csv): codes change, and zones have codes of their own.
std::optional<Finding> division_finding(std::string_view field, std::string_view code);

} // namespace model
