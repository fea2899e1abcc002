#pragma once

#include "model/entities/award.h"
#include "model/entities/certificate.h"
#include "model/entities/handover_check.h"
#include "model/entities/posting_change.h"
#include "model/entities/training.h"
#include "model/rules/rule.h"

namespace model {

/// What goes with a person's time at the hall: changes of the posting, coming and leaving,
/// training, certificates, awards and discipline.
Findings check_rules(const PostingChange& change, const Context& context);
Findings check_rules(const HandoverCheck& check, const Context& context);
Findings check_rules(const Training& training, const Context& context);
Findings check_rules(const Certificate& certificate, const Context& context);
Findings check_rules(const Award& award, const Context& context);

} // namespace model
