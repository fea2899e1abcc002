#pragma once

#include "model/entities/posting.h"
#include "model/rules/rule.h"

namespace model {

/// What is due in the course of a posting: the end of the trial, the age at which a unit may send
/// somebody, and what is settled on leaving.
Findings check_terms(const Posting& posting, const Context& context);

} // namespace model
