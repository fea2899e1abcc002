#pragma once

#include "model/commands/permission.h"
#include "model/day/clock_sheet.h"

#include <map>
#include <set>

namespace model {

/// Whom somebody said a person of a clock file is, by ClockWho::key().
using ClockChoices = std::map<std::string, Uuid>;

/// A person of a clock file, and whom of the register it means.
struct ClockPerson {
    enum class State {
        known,
        unknown,  ///< nobody is called so
        ambiguous ///< it is to be asked who is meant
    };

    State state = State::unknown;
    Uuid person;                  ///< of a known one
    std::vector<Uuid> candidates; ///< of an ambiguous one
    Message reason;               ///< why it is not known
};

/// Finds the people of a clock file among those of the register that the account sees: as somebody
/// chose before, by ID number, by staff number, or by a name that one alone has. `here` are those
/// who are posted in the time of the file; a namesake who is not is not meant where another is.
/// What tells two ways is ambiguous: a number and a name of two people, a name that two have, and
/// two of the file that are one by their names. One for each of sheet.people.
std::vector<ClockPerson> match_clock_people(RecordStore& store, const Permission& permission,
    const ClockSheet& sheet, const std::set<Uuid>& here, const ClockChoices& choices);

/// What was chosen with earlier files.
ClockChoices remembered_people(RecordStore& store);
void remember_people(RecordStore& store, const ClockChoices& choices);

} // namespace model
