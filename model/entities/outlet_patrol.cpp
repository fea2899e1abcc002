#include "model/entities/outlet_patrol.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array outlet_patrol_fields{
    field<&OutletPatrol::place>         (1,  "place",         msgid("Place"),             agency, {.width = 200, .group = msgid("Patrol of an outlet"), .refers_to = "place"}),
    field<&OutletPatrol::day>           (2,  "day",           msgid("Day"),               agency, {.width = 100, .past = true}),
    field<&OutletPatrol::by>            (3,  "by",            msgid("Patrolled by"),      agency, {.width = 110}),
    field<&OutletPatrol::open>          (4,  "open",          msgid("Open at that time"), agency, {.width = 80}),
    field<&OutletPatrol::staff>         (5,  "staff",         msgid("Staff there"),       agency, {.width = 80}),
    field<&OutletPatrol::items_shown>   (6,  "items_shown",   msgid("Item list shown"),   agency, {.width = 80}),
    field<&OutletPatrol::register_kept> (7,  "register_kept", msgid("Register kept"),     agency, {.width = 80}),
    field<&OutletPatrol::found>         (8,  "found",         msgid("What was found"),    agency, {.long_text = true}),
    field<&OutletPatrol::score>         (9,  "score",         msgid("Points"),            agency, {.width = 70, .scale = 1}),
    field<&OutletPatrol::mended>        (10, "mended",        msgid("Mended on"),         agency, {.width = 100, .past = true}),
    field<&OutletPatrol::remark>        (11, "remark",        msgid("Remark"),            shared, {.long_text = true}),
};
// clang-format on

constexpr auto outlet_patrol_defs = defs(outlet_patrol_fields);

constexpr std::array<std::string_view, 1> outlet_patrol_match{"place+day"};

constexpr EntityDef outlet_patrol_def{
    .id = 49,
    .name = "outlet_patrol",
    .label = msgid("Patrol of an outlet"),
    .plural = msgid("Patrols of outlets"),
    .fields = outlet_patrol_defs,
    .reach = Reach::place,
    .scope_via = "place",
    .title = "place",
    .subtitle = "day",
    .match = outlet_patrol_match,
};

} // namespace

template <>
const EntityDef& def_of<OutletPatrol>()
{
    return outlet_patrol_def;
}

template <>
std::span<const Field<OutletPatrol>> fields_of<OutletPatrol>()
{
    return outlet_patrol_fields;
}

} // namespace model
