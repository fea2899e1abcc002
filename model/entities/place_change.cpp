#include "model/entities/place_change.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array place_change_fields{
    field<&PlaceChange::place>       (1,  "place",       msgid("Place"),                agency, {.width = 180, .group = msgid("Change of a place"), .refers_to = "place"}),
    field<&PlaceChange::kind>        (2,  "kind",        msgid("What happened"),        agency, {.width = 100}),
    field<&PlaceChange::successor>   (3,  "successor",   msgid("Place that follows"),   agency, {.width = 180, .refers_to = "place"}),
    field<&PlaceChange::old_name>    (4,  "old_name",    msgid("Name before"),          agency, {.width = 180, .group = msgid("Before and after")}),
    field<&PlaceChange::new_name>    (5,  "new_name",    msgid("Name after"),           agency, {.width = 180}),
    field<&PlaceChange::old_parent>  (6,  "old_parent",  msgid("Belonged to"),          agency, {.width = 180}),
    field<&PlaceChange::new_parent>  (7,  "new_parent",  msgid("Belongs to afterwards"),agency, {.width = 180}),
    field<&PlaceChange::old_address> (8,  "old_address", msgid("Address before"),       agency, {.width = 200}),
    field<&PlaceChange::new_address> (9,  "new_address", msgid("Address after"),        agency, {.width = 200}),
    field<&PlaceChange::old_region>  (10, "old_region",  msgid("Division code before"), agency, {.width = 120}),
    field<&PlaceChange::new_region>  (11, "new_region",  msgid("Division code after"),  agency, {.width = 120}),
    field<&PlaceChange::day>         (12, "day",         msgid("From which day"),       agency, {.width = 100, .group = msgid("Basis and dates")}),
    field<&PlaceChange::document>    (13, "document",    msgid("Document number"),      agency, {.width = 140}),
    field<&PlaceChange::remark>      (14, "remark",      msgid("Remark"),               shared, {.long_text = true}),
};
// clang-format on

constexpr auto place_change_defs = defs(place_change_fields);

constexpr std::array<std::string_view, 1> place_change_match{"place+kind+day"};

constexpr EntityDef place_change_def{
    .id = 76,
    .name = "place_change",
    .label = msgid("Change of a place"),
    .plural = msgid("Changes of places"),
    .fields = place_change_defs,
    .reach = Reach::place,
    .scope_via = "place",
    .title = "old_name",
    .subtitle = "kind",
    .match = place_change_match,
};

} // namespace

template <>
const EntityDef& def_of<PlaceChange>()
{
    return place_change_def;
}

template <>
std::span<const Field<PlaceChange>> fields_of<PlaceChange>()
{
    return place_change_fields;
}

} // namespace model
