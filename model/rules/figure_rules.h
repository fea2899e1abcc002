#pragma once

#include "model/entities/case_count.h"
#include "model/rules/rule.h"

namespace model {

/// Whether the parts of a month's figures add up to their totals; what does not is named and kept
/// out of reports. Published figures that do not add up are why.
Findings check_rules(const CaseCount& count, const Context& context);

/// Whether the row may be summed up: nothing speaks against its parts.
bool adds_up(const CaseCount& count);

} // namespace model
