#pragma once

#include "model/entities/checklist.h"
#include "model/entities/checklist_line.h"
#include "model/entities/commitment.h"
#include "model/entities/finding.h"
#include "model/entities/inspection.h"
#include "model/entities/inspection_line.h"
#include "model/entities/reporter.h"
#include "model/entities/task.h"
#include "model/entities/tip.h"
#include "model/rules/rule.h"

namespace model {

/// What is found in inspections and followed up until it is mended, and the promises of clean
/// conduct.
Findings check_rules(const Inspection& inspection, const Context& context);
Findings check_rules(const InspectionLine& line, const Context& context);
Findings check_rules(const Checklist& list, const Context& context);
Findings check_rules(const ChecklistLine& line, const Context& context);
Findings check_rules(const ProblemFound& problem, const Context& context);
Findings check_rules(const Tip& tip, const Context& context);
Findings check_rules(const Reporter& reporter, const Context& context);
Findings check_rules(const Commitment& commitment, const Context& context);
Findings check_rules(const Task& task, const Context& context);

/// Whether it is done, written off or given up.
bool is_over(const Task& task);

} // namespace model
