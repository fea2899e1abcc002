#pragma once

#include "model/schema/field.h"

#include <string>

namespace model {

/// A personal value with its middle hidden: an ID number keeps its first six and last two
/// characters (430922**********1X), a mobile number its first three and last four (138****1234),
/// a date its year, any other text its first character. What is not personal, and what is empty,
/// comes back whole, as to_text() writes it.
std::string masked(const FieldDef& field, const Value& value);

} // namespace model
