#pragma once

#include "model/entities/posting.h"
#include "model/rules/rule.h"

namespace model {

/// What the rules say of a posting: its span, how it ended, who was sent by whom.
Findings check_rules(const Posting& posting, const Context& context);

} // namespace model
