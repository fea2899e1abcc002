#pragma once

#include "model/exchange/row_taker.h"
#include "model/exchange/staff_roster.h"

namespace model {

/// Takes lines of a staff roster (花名册): of each the person, his posting, and the windows he
/// holds, as imports of the three registers would, each checked with those before it done. A line
/// that is wrong in one of them is wrong as a whole; it counts as new where any of the three is
/// new.
///
/// The posting is the one that the person has now, unless the line says otherwise in its unit or
/// first day. A cell may name several windows, parted by 、. What follows from the rest is filled
/// in where nothing is known: birth and sex from a sound ID number, the place from the window, and
/// that somebody new is on duty. Where a line without ID number goes by the name alone, or the
/// register has somebody else of that name, a warning says so.
std::unique_ptr<RowTaker> roster_rows(const ImportWorld& world, const StaffRoster& roster);

} // namespace model
