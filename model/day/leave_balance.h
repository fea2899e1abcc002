#pragma once

#include "model/commands/permission.h"
#include "model/entities/leave.h"

#include <map>
#include <string>
#include <vector>

namespace model {

/// How somebody stands with leave in a year. Days are tenths of a day.
struct LeaveBalance {
    Uuid person;
    std::string name;
    std::string unit;                        ///< of the current posting, if any
    std::optional<std::int64_t> annual_days; ///< whole days one has; unknown without working_since
    std::map<LeaveKind, std::int64_t> taken; ///< by kind, what was not refused or withdrawn
    std::int64_t uncounted = 0;              ///< leaves of which nobody knows how long they are

    /// What is left of the annual leave; below zero where too much was taken.
    std::optional<std::int64_t> annual_left() const;
};

/// The balances of that year of everybody who is posted now or was away then, by name in Chinese
/// order, as far as the account may see the people and their leaves. Throws StoreError.
std::vector<LeaveBalance> leave_balances(
    RecordStore& store, const Permission& permission, std::chrono::year year);

} // namespace model
