#pragma once

#include "model/commands/editor.h"
#include "model/day/clock_people.h"
#include "model/day/work_hours.h"
#include "model/exchange/import.h"

namespace model {

/// On what terms a clock file is taken in.
struct ClockTerms {
    ClockChoices people;    ///< over what was chosen with earlier files
    bool absences = true;   ///< a working day without any clocking is an absence
    bool good_rows = false; ///< leaves out what cannot be taken instead of taking nothing
};

/// What becomes of a person's day.
enum class ClockChange { added, changed, same };

struct ClockDay {
    std::string name;      ///< of the person
    std::vector<int> rows; ///< of the file; none: nobody clocked
    ClockVerdict verdict;
    ClockChange change = ClockChange::same;
    std::optional<AttendanceDay> before;
    AttendanceDay after;
};

/// What a clock file comes to, held against the registers. Nothing is written yet.
struct ClockPlan {
    std::vector<ClockPerson> people; ///< one for each of the file
    std::vector<ClockDay> days;      ///< but those on which nothing is amiss, which need no entry
    int plain = 0;                   ///< those days
    int added = 0;
    int changed = 0;
    int same = 0;
    int differing = 0; ///< in which the clock says other than what was entered, and nobody decided
    int unmatched = 0; ///< people
    std::optional<Date> first; ///< days that were judged
    std::optional<Date> last;
    std::vector<Message> notes; ///< what was left out, and why
    bool cancelled = false;

    bool is_clean(const ClockSheet& sheet) const
    {
        return unmatched == 0 && sheet.troubles.empty();
    }
};

/// Holds the file against the registers. A working day (WorkCalendar) up to yesterday is judged by
/// the hours of the person's window, else of his place, else the county's (work_hours.h), with the
/// leave and outings that were agreed to; days on which nobody at all clocked are left out, and so
/// are those on which nobody was posted. What was entered by people stays as it is: where the clock
/// says other, or when a roll-call that named nobody saw him present, both stand in the entry and
/// the difference waits to be decided.
ClockPlan plan_clock(RecordStore& store, const Permission& permission, const ClockSheet& sheet,
    const ClockTerms& terms, const Progress& progress = {});

struct ClockOutcome {
    Outcome outcome;
    std::int64_t run = 0; ///< for imports() and unimport(); 0 where nothing was written
    std::vector<std::pair<std::size_t, Message>> refused; ///< places in plan.days, and why
};

/// Writes what the plan adds and changes as one import, which unimport() takes back as a whole, and
/// keeps who is who and what columns mean for the next file. Each day is checked as an entry of it
/// is. What cannot be taken keeps all out, unless terms.good_rows. Throws Error where the account
/// enters no attendance.
ClockOutcome accept_clock(Editor& editor, const std::filesystem::path& path,
    const ClockSheet& sheet, const ClockPlan& plan, const ClockTerms& terms);

} // namespace model
