#pragma once

#include "model/commands/editor.h"
#include "model/entities/attendance_day.h"

#include <span>

namespace model {

/// A day of which the clock says other than what the roll-call, or another entry, says.
struct ClockDifference {
    AttendanceDay entry;
    std::string name;   ///< of the person
    std::string window; ///< its number; empty: none

    bool is_decided() const { return entry.decided.has_value(); }
};

enum class DifferencesShown { open, all };

/// Those that the account sees, the newest day first; `from` and `to` bound the days where given.
std::vector<ClockDifference> clock_differences(RecordStore& store, const Permission& permission,
    DifferencesShown shown, const std::optional<Date>& from = {},
    const std::optional<Date>& to = {});

/// Lets the clock count on these days, or what was entered, as one undoable step. The entry keeps
/// what both said. Throws UsageError for an entry without a difference.
Outcome decide_differences(
    Editor& editor, std::span<const Uuid> entries, AttendanceDecision decision);

} // namespace model
