#pragma once

#include "model/entities/bad_rating.h"
#include "model/entities/complaint.h"
#include "model/entities/unable_case.h"
#include "model/rules/deadlines.h"

namespace model {

/// Whether the case is with petitions, discipline inspection or a court, and has not come back.
bool is_elsewhere(const Complaint& complaint);
bool is_elsewhere(const BadRating& rating);
bool is_elsewhere(const UnableCase& unable);

/// Whether its caller is waited for and has not answered yet.
bool is_awaited(const BadRating& rating);

/// When a matter that began on `start` is due by the county's deadline of that name; from the day
/// on which the case `left` until it `returned` the clock stands still. Nothing without a start,
/// or while the case is elsewhere.
std::optional<Due> term_of(std::string_view deadline, const std::optional<Date>& start,
    const std::optional<Date>& left, const std::optional<Date>& returned, Lookup& lookup);

/// The same for what the case is, whatever day was entered by hand. The clock of a rating stands
/// still, too, while its caller is waited for.
std::optional<Due> term_of(const Complaint& complaint, Lookup& lookup);
std::optional<Due> term_of(const BadRating& rating, Lookup& lookup);
std::optional<Due> term_of(const UnableCase& unable, Lookup& lookup);

std::optional<Date> day_of(const std::optional<Due>& due);

/// By when the case is to be answered: the day entered, or else that of the county's deadline;
/// nothing while its clock stands still or where nothing says when it began. A rating's own day
/// waits as well.
std::optional<Date> due_of(const Complaint& complaint, Lookup& lookup);
std::optional<Date> due_of(const BadRating& rating, Lookup& lookup);
std::optional<Date> due_of(const UnableCase& unable, Lookup& lookup);

} // namespace model
