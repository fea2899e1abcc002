#pragma once

#include "model/entities/equipment.h"
#include "model/schema/entity.h"

namespace model {

/// One look at a device: what state it was in, and when a fault was mended.
struct EquipmentPatrol {
    Uuid id;
    std::optional<Uuid> equipment;
    std::optional<Date> day;
    std::string by;
    std::optional<EquipmentState> state;
    std::string fault;
    std::optional<Date> reported;
    std::optional<Date> repaired;
    std::string remark;
};

template <>
const EntityDef& def_of<EquipmentPatrol>();

template <>
std::span<const Field<EquipmentPatrol>> fields_of<EquipmentPatrol>();

} // namespace model
