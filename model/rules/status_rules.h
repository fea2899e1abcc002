#pragma once

#include "model/entities/posting_change.h"
#include "model/rules/rule.h"

namespace model {

/// What the rules say of a posting's status and of how long it has gone on: what came by sheets and
/// syncs lacks, trials without a last day, whoever was to be back, the term at the window.
Findings check_status(const Posting& posting, const Context& context);

/// Of an entry in the register of changes that tells of a change of status: whether such a change
/// is allowed, and what it lacks.
Findings check_moved(const PostingChange& change, const Context& context);

} // namespace model
