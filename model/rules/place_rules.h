#pragma once

#include "model/entities/place.h"
#include "model/entities/place_change.h"
#include "model/rules/rule.h"

namespace model {

/// How far below the county's hall a place of that kind stands: branch halls, park and township
/// centres 1, stations 2, self-service points 3.
int level_of(PlaceType type);

/// What the rules say of a place: its uniform name, its division, who is in charge, its dates.
Findings check_rules(const Place& place, const Context& context);

/// What the rules say of a change of a place: it names its place and what followed it.
Findings check_rules(const PlaceChange& change, const Context& context);

} // namespace model
