#pragma once

#include "model/entities/agency_case.h"
#include "model/entities/equipment.h"
#include "model/entities/equipment_patrol.h"
#include "model/entities/outlet_item.h"
#include "model/entities/outlet_patrol.h"
#include "model/rules/rule.h"

namespace model {

/// What township centres and village stations offer and do, and the devices that somebody must look
/// after.
Findings check_rules(const OutletItem& item, const Context& context);
Findings check_rules(const AgencyCase& agency_case, const Context& context);
Findings check_rules(const OutletPatrol& patrol, const Context& context);
Findings check_rules(const Equipment& device, const Context& context);
Findings check_rules(const EquipmentPatrol& patrol, const Context& context);

} // namespace model
