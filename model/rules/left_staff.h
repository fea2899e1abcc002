#pragma once

#include "model/rules/finding.h"

namespace model {

/// How many months the personal information of people who left is kept: what the newest record of
/// the register `retention` says that is in force by then, or else what is usual.
std::int64_t months_kept_after_leaving(Lookup& lookup, Date today);

/// The last day of the last posting of somebody who serves nowhere any more; nothing where a
/// posting is open, has no last day, or none is known.
std::optional<Date> left_on(const Uuid& person, Lookup& lookup, Date today);

/// The first day on which information is due to be dropped that is kept so many months after
/// `left`.
Date due_after(Date left, std::int64_t months);

/// Whether any field holds something that is dropped then.
bool holds_personal_values(const Record& record);

} // namespace model
