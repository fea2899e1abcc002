#pragma once

#include "model/schema/entity.h"

#include <string>
#include <string_view>
#include <vector>

namespace model {

/// The value as it is kept, whoever typed it: texts without white space around them and, if nothing
/// is left, no value; ID numbers and credit codes in half width, upper case, without spaces; phone
/// numbers in half width, without spaces inside a number. Entry and import both go through here, so
/// that what was typed on two machines compares equal.
Value normalised(const FieldDef& field, Value value);
void normalise(Record& record);

/// The numbers of a phone cell, which may hold several, without what parts them.
std::vector<std::string> phone_numbers(std::string_view cell);

} // namespace model
