#include "model/entities/ballot.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array ballot_fields{
    field<&Ballot::period>  (1, "period", msgid("Assessment period"), agency, {.width = 180, .group = msgid("Ballot"), .refers_to = "period"}),
    field<&Ballot::kind>    (2, "kind", msgid("Object"), agency, {.width = 90}),
    field<&Ballot::window>  (3, "window", msgid("Window"), agency, {.width = 90, .refers_to = "window"}),
    field<&Ballot::person>  (4, "person", msgid("Person"), agency, {.width = 90, .refers_to = "person"}),
    field<&Ballot::unit>    (5, "unit", msgid("Unit"), agency, {.width = 150, .refers_to = "unit"}),
    field<&Ballot::outlet>  (6, "outlet", msgid("Outlet"), agency, {.width = 150, .refers_to = "place"}),
    field<&Ballot::scorer>  (7, "scorer", msgid("Scorer"), agency, {.width = 110}),
    field<&Ballot::voter>   (8, "voter", msgid("Who scored"), agency, {.width = 110}),
    field<&Ballot::points>  (9, "points", msgid("Points"), agency, {.width = 70, .scale = 2}),
    field<&Ballot::cast_on> (10, "cast_on", msgid("Scored on"), agency, {.width = 100, .past = true}),
    field<&Ballot::remark>  (11, "remark", msgid("Remark"), agency, {.long_text = true}),
};
// clang-format on

constexpr auto ballot_defs = defs(ballot_fields);

constexpr std::array<std::string_view, 1> ballot_identity{
    "period+kind+person+window+outlet+unit+scorer+voter"};

constexpr EntityDef ballot_def{
    .id = 84,
    .name = "ballot",
    .label = msgid("Ballot"),
    .plural = msgid("Ballots"),
    .fields = ballot_defs,
    .reach = Reach::place,
    .scope_via = "period",
    .home_via = "unit",
    .title = "scorer",
    .subtitle = "period",
    .identity = ballot_identity,
    .match = ballot_identity,
};

} // namespace

template <>
const EntityDef& def_of<Ballot>()
{
    return ballot_def;
}

template <>
std::span<const Field<Ballot>> fields_of<Ballot>()
{
    return ballot_fields;
}

} // namespace model
