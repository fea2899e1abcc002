#include "model/entities/equipment.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array equipment_fields{
    field<&Equipment::name>            (1,  "name",            msgid("Name of the device"),   agency, {.required = true, .width = 180, .group = msgid("Equipment")}),
    field<&Equipment::code>            (2,  "code",            msgid("Device number"),        agency, {.width = 110}),
    field<&Equipment::kind>            (3,  "kind",            msgid("Kind of device"),       agency, {.width = 120}),
    field<&Equipment::place>           (4,  "place",           msgid("Place"),                agency, {.width = 160, .refers_to = "place"}),
    field<&Equipment::window>          (5,  "window",          msgid("Window"),               agency, {.width = 100, .refers_to = "window"}),
    field<&Equipment::unit>            (6,  "unit",            msgid("Owned by"),             agency, {.width = 150, .refers_to = "unit"}),
    field<&Equipment::keeper>          (7,  "keeper",          msgid("Keeper"),               agency, {.width = 100, .refers_to = "person"}),
    field<&Equipment::state>           (8,  "state",           msgid("State of the device"),  shared, {.width = 90, .group = msgid("State and patrol")}),
    field<&Equipment::patrol_days>     (9,  "patrol_days",     msgid("Days between patrols"), agency),
    field<&Equipment::bought>          (10, "bought",          msgid("Bought on"),            agency, {.past = true}),
    field<&Equipment::warranty_until>  (11, "warranty_until",  msgid("Under warranty until"), agency),
    field<&Equipment::supplier>        (12, "supplier",        msgid("Supplier"),             agency),
    field<&Equipment::supplier_phone>  (13, "supplier_phone",  msgid("Supplier's phone"),     agency),
    field<&Equipment::scrapped>        (14, "scrapped",        msgid("Scrapped on"),          agency),
    field<&Equipment::scrapped_reason> (15, "scrapped_reason", msgid("Why scrapped"),         agency, {.longest = 1000}),
    field<&Equipment::remark>          (16, "remark",          msgid("Remark"),               shared, {.long_text = true}),
};
// clang-format on

constexpr auto equipment_defs = defs(equipment_fields);

constexpr std::array<std::string_view, 2> equipment_match{"code", "name+place"};

constexpr EntityDef equipment_def{
    .id = 48,
    .name = "equipment",
    .label = msgid("Piece of equipment"),
    .plural = msgid("Equipment"),
    .fields = equipment_defs,
    .reach = Reach::place,
    .scope_via = "place",
    .title = "name",
    .subtitle = "code",
    .end = "scrapped",
    .end_reason = "scrapped_reason",
    .over_field = "state",
    .over_code = "scrapped",
    .match = equipment_match,
};

} // namespace

template <>
const EntityDef& def_of<Equipment>()
{
    return equipment_def;
}

template <>
std::span<const Field<Equipment>> fields_of<Equipment>()
{
    return equipment_fields;
}

} // namespace model
