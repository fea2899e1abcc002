#pragma once

#include "model/base/working_days.h"

namespace model {

/// The days off and the make-up working days that the State Council's notices name, as far as the
/// program brings them along (assets/codes/holidays.csv). What rules go by is Lookup::calendar(),
/// which has the office's own entries besides.
const WorkCalendar& published_calendar();

} // namespace model
