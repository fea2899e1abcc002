#pragma once

#include "model/entities/place.h"

namespace model {

/// Whether the place opens on that day of the week: by its opening days, and every day where nobody
/// entered them. Holidays are another matter (calendar.h).
bool opens_on(const Place& place, Date day);

/// The first day from that one on on which it opens.
Date next_opening_day(const Place& place, Date from);

} // namespace model
