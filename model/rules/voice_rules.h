#pragma once

#include "model/rules/voice_terms.h"

namespace model {

/// What people say of the service, and how soon it is answered: complaints, bad ratings, and what
/// could not be done. How many days there are is data (deadlines.h); the clock of a case stands
/// still while it is with petitions, discipline inspection or a court.
Findings check_rules(const Complaint& complaint, const Context& context);
Findings check_rules(const BadRating& rating, const Context& context);
Findings check_rules(const UnableCase& unable, const Context& context);

} // namespace model
