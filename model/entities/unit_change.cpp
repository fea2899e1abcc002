#include "model/entities/unit_change.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array unit_change_fields{
    field<&UnitChange::unit>      (1, "unit",      msgid("Unit"),            agency, {.width = 180, .group = msgid("Change of a unit"), .refers_to = "unit"}),
    field<&UnitChange::kind>      (2, "kind",      msgid("What happened"),   agency, {.width = 100}),
    field<&UnitChange::successor> (3, "successor", msgid("Successor unit"),  agency, {.width = 180, .refers_to = "unit"}),
    field<&UnitChange::old_name>  (4, "old_name",  msgid("Name before"),     agency, {.width = 180}),
    field<&UnitChange::new_name>  (5, "new_name",  msgid("Name after"),      agency, {.width = 180}),
    field<&UnitChange::day>       (6, "day",       msgid("From which day"),  agency, {.width = 100}),
    field<&UnitChange::document>  (7, "document",  msgid("Document number"), agency, {.width = 140}),
    field<&UnitChange::remark>    (8, "remark",    msgid("Remark"),          shared, {.long_text = true}),
};
// clang-format on

constexpr auto unit_change_defs = defs(unit_change_fields);

constexpr std::array<std::string_view, 1> unit_change_match{"unit+kind+day"};

constexpr EntityDef unit_change_def{
    .id = 64,
    .name = "unit_change",
    .label = msgid("Change of a unit"),
    .plural = msgid("Changes of units"),
    .fields = unit_change_defs,
    .title = "old_name",
    .subtitle = "kind",
    .match = unit_change_match,
};

} // namespace

template <>
const EntityDef& def_of<UnitChange>()
{
    return unit_change_def;
}

template <>
std::span<const Field<UnitChange>> fields_of<UnitChange>()
{
    return unit_change_fields;
}

} // namespace model
