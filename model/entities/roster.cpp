#include "model/entities/roster.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array roster_fields{
    field<&Roster::place>        (1, "place",        msgid("Place"),           agency, {.width = 170, .group = msgid("Duty"), .refers_to = "place"}),
    field<&Roster::day>          (2, "day",          msgid("Day"),             agency, {.width = 100}),
    field<&Roster::kind>         (3, "kind",         msgid("Kind of duty"),    agency, {.width = 110}),
    field<&Roster::person>       (4, "person",       msgid("Person"),          agency, {.width = 100, .refers_to = "person"}),
    field<&Roster::from_time>    (5, "from_time",    msgid("From what time"),  agency, {.width = 80}),
    field<&Roster::to_time>      (6, "to_time",      msgid("Until what time"), agency, {.width = 80}),
    field<&Roster::swapped_with> (7, "swapped_with", msgid("Swapped with"),    agency, {.width = 100, .refers_to = "person"}),
    field<&Roster::remark>       (8, "remark",       msgid("Remark"),          shared, {.long_text = true}),
};
// clang-format on

constexpr auto roster_defs = defs(roster_fields);

constexpr std::array<std::string_view, 2> roster_match{"place+day+kind", "place+day+person"};

constexpr EntityDef roster_def{
    .id = 50,
    .name = "roster",
    .label = msgid("Duty"),
    .plural = msgid("Duty roster"),
    .fields = roster_defs,
    .reach = Reach::place,
    .scope_via = "place",
    .title = "person",
    .subtitle = "day",
    .match = roster_match,
};

} // namespace

template <>
const EntityDef& def_of<Roster>()
{
    return roster_def;
}

template <>
std::span<const Field<Roster>> fields_of<Roster>()
{
    return roster_fields;
}

} // namespace model
