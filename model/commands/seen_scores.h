#pragma once

#include "model/assessing/period_result.h"
#include "model/commands/permission.h"

namespace model {

/// The periods that the account may see, from the newest.
std::vector<Period> seen_periods(RecordStore& store, const Permission& permission);

/// Takes out of a result what the account may not see: a sending unit sees its own people and
/// windows, with their places among all; an account that is bound to a place sees what lies there.
void leave_seen(
    PeriodResult& result, RecordStore& store, const Period& period, const Permission& permission);

} // namespace model
