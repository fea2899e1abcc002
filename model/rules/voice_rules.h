#pragma once

#include "model/entities/bad_rating.h"
#include "model/entities/complaint.h"
#include "model/entities/unable_case.h"
#include "model/rules/rule.h"

namespace model {

/// What people say of the service, and how soon it is answered: complaints, bad ratings, and what
/// could not be done. How many days there are is data (deadlines.h); the clock of a case stands
/// still once it was passed on to petitions, discipline inspection or a court.
Findings check_rules(const Complaint& complaint, const Context& context);
Findings check_rules(const BadRating& rating, const Context& context);
Findings check_rules(const UnableCase& unable, const Context& context);

/// By when the case is to be answered: the day entered, or else that of the county's deadline;
/// nothing while the case is elsewhere or where nothing says when it began.
std::optional<Date> due_of(const Complaint& complaint, Lookup& lookup);
std::optional<Date> due_of(const BadRating& rating, Lookup& lookup);
std::optional<Date> due_of(const UnableCase& unable, Lookup& lookup);

} // namespace model
