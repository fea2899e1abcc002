#pragma once

#include "model/entities/place.h"
#include "model/rules/rule.h"

namespace model {

/// What a place needs to be of use: a hall the standard kinds of window, an outlet staff, items and
/// somebody who looks at it now and then. An outlet of which nothing at all is entered is told
/// once.
Findings check_reach(const Place& place, const Context& context);

} // namespace model
