#pragma once

#include "model/rules/finding.h"

namespace model {

/// What can be said of the values of any record without knowing what they mean: how long texts are,
/// that numbers are never below zero (D05), that days lie where days can lie, and that what ends
/// does not end before it begins (day_orders.h).
Findings check_values(const Record& record, Date today);

} // namespace model
