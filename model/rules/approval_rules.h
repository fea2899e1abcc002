#pragma once

#include "model/entities/item_change.h"
#include "model/entities/leave.h"
#include "model/entities/posting_change.h"
#include "model/entities/roster.h"
#include "model/rules/approval_chain.h"

namespace model {

/// Whether a request and its steps of approval agree: what counts as agreed has the steps that its
/// chain asks for, none of which refuses; what all agreed to is not left open.
Findings check_steps(const Leave& leave, const Context& context);
Findings check_steps(const PostingChange& change, const Context& context);
Findings check_steps(const ItemChange& change, const Context& context);

/// The steps themselves: what they approve, days, reasons and papers, their order, and whose turn
/// it is.
Findings check_rules(const Approval& approval, const Context& context);
Findings check_rules(const ChainStep& step, const Context& context);

} // namespace model
