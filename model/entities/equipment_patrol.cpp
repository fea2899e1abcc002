#include "model/entities/equipment_patrol.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array equipment_patrol_fields{
    field<&EquipmentPatrol::equipment> (1, "equipment", msgid("Piece of equipment"),     agency, {.width = 180, .group = msgid("Patrol of equipment"), .refers_to = "equipment"}),
    field<&EquipmentPatrol::day>       (2, "day",       msgid("Day"),                    agency, {.width = 100, .past = true}),
    field<&EquipmentPatrol::by>        (3, "by",        msgid("Looked at by"),           agency, {.width = 100}),
    field<&EquipmentPatrol::state>     (4, "state",     msgid("State found"),            agency, {.width = 90}),
    field<&EquipmentPatrol::fault>     (5, "fault",     msgid("Fault"),                  agency, {.width = 220, .longest = 1000}),
    field<&EquipmentPatrol::reported>  (6, "reported",  msgid("Reported for repair on"), agency, {.width = 100, .past = true}),
    field<&EquipmentPatrol::repaired>  (7, "repaired",  msgid("Repaired on"),            agency, {.width = 100, .past = true}),
    field<&EquipmentPatrol::remark>    (8, "remark",    msgid("Remark"),                 shared, {.long_text = true}),
};
// clang-format on

constexpr auto equipment_patrol_defs = defs(equipment_patrol_fields);

constexpr std::array<std::string_view, 1> equipment_patrol_match{"equipment+day"};

constexpr EntityDef equipment_patrol_def{
    .id = 67,
    .name = "equipment_patrol",
    .label = msgid("Patrol of equipment"),
    .plural = msgid("Patrols of equipment"),
    .fields = equipment_patrol_defs,
    .reach = Reach::place,
    .scope_via = "equipment",
    .title = "equipment",
    .subtitle = "day",
    .match = equipment_patrol_match,
};

} // namespace

template <>
const EntityDef& def_of<EquipmentPatrol>()
{
    return equipment_patrol_def;
}

template <>
std::span<const Field<EquipmentPatrol>> fields_of<EquipmentPatrol>()
{
    return equipment_patrol_fields;
}

} // namespace model
