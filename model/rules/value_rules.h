#pragma once

#include "model/rules/finding.h"

namespace model {

/// What can be said of the values of any record without knowing what they mean: how long texts are,
/// that numbers count something, and that days lie where days can lie.
Findings check_values(const Record& record, Date today);

} // namespace model
