#pragma once

#include "model/base/working_days.h"
#include "model/rules/rule.h"

#include <span>

namespace model {

/// A length of time within which something is to be done: data with the day from which it binds.
struct Deadline {
    Term term;
    std::optional<Source> source = {};
    bool is_own = false; ///< the county's own
};

/// The deadline of that name as of `context.today`: the county's own (the register `setting`) that
/// is in force by then, or else the usual one; nothing for a name that is in no list. What started
/// earlier has the deadline of the day it started: due_by().
std::optional<Deadline> deadline_on(std::string_view name, const Context& context);

/// The same without the county's own figures (assets/codes/deadlines.csv).
std::optional<Deadline> usual_deadline_on(std::string_view name, Date today);

/// What the deadline of that name is usually counted in; nothing for what is no deadline.
std::optional<TermUnit> deadline_unit(std::string_view name);

/// The last day of a deadline.
struct Due {
    Date on;
    Deadline deadline;
    std::optional<std::chrono::year> unknown = {}; ///< the first year whose days off nobody entered
};

/// When what started on `start` is due: by the deadline of that day and the office's calendar, the
/// clock standing still meanwhile. Nothing without such a deadline, or while the clock stands still
/// without an end.
std::optional<Due> due_by(
    std::string_view name, Date start, Lookup& lookup, std::span<const ClockStop> stops = {});

/// Something that is to be done by that day: a reminder from as many days before it as the office
/// says (`due_notice_days`), a warning after it; nothing earlier or without a day. Both sentences
/// are given the day.
std::optional<Finding> term_finding(std::string_view field, const std::optional<Date>& due,
    const Context& context, const char* soon, const char* overdue);

/// Reminds of days off that are not entered yet, on which the day depends: at `field`.
std::optional<Finding> unknown_year_finding(std::string_view field, const Due& due);

} // namespace model
