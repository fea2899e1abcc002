#pragma once

#include "model/rules/rule.h"

namespace model {

/// Whether the person is away all of today and nobody stands in: by what was entered for the day,
/// or else by a leave of whole days that was not refused.
bool is_away(const Uuid& person, const Context& context);

} // namespace model
