#pragma once

#include "model/entities/impact_assessment.h"
#include "model/entities/provision.h"
#include "model/entities/retention.h"
#include "model/rules/rule.h"

namespace model {

/// What the protection of personal information asks of its registers.
Findings check_rules(const ImpactAssessment& assessment, const Context& context);
Findings check_rules(const Provision& provision, const Context& context);
Findings check_rules(const Retention& retention, const Context& context);

/// What stands against deleting the record: assessments and provision records are kept for years.
Findings check_removal(const Record& record, const Context& context);

} // namespace model
