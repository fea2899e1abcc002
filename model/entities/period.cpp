#include "model/entities/period.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array period_fields{
    field<&Period::name>         (1, "name", msgid("Name of the period"), agency, {.required = true, .width = 200, .group = msgid("Assessment period")}),
    field<&Period::place>        (2, "place", msgid("Place"), agency, {.width = 160, .refers_to = "place"}),
    field<&Period::method>       (3, "method", msgid("Assessment method"), agency, {.width = 200, .refers_to = "method"}),
    field<&Period::kind>         (4, "kind", msgid("Period"), agency, {.width = 80}),
    field<&Period::first>        (5, "first", msgid("First day"), agency, {.width = 100}),
    field<&Period::state>        (6, "state", msgid("State of the period"), agency, {.width = 100}),
    field<&Period::noticed>      (7, "noticed", msgid("Told to the units on"), agency, {.width = 100, .past = true}),
    field<&Period::object_until> (8, "object_until", msgid("Objections until"), agency, {.width = 100}),
    field<&Period::public_from>  (9, "public_from", msgid("Made public on"), agency, {.width = 100}),
    field<&Period::public_until> (10, "public_until", msgid("Public until"), agency, {.width = 100}),
    field<&Period::locked>       (11, "locked", msgid("Confirmed and locked on"), agency, {.width = 100, .past = true}),
    field<&Period::locked_by>    (12, "locked_by", msgid("Confirmed by"), agency, {.width = 100}),
    field<&Period::published>    (13, "published", msgid("Published on"), agency, {.width = 100, .past = true}),
    field<&Period::document>     (14, "document", msgid("Bulletin"), agency, {.width = 140}),
    field<&Period::reopened>     (15, "reopened", msgid("Why opened again"), agency, {.width = 140, .longest = 1000}),
    field<&Period::remark>       (16, "remark", msgid("Remark"), agency, {.long_text = true}),
};
// clang-format on

constexpr auto period_defs = defs(period_fields);

constexpr std::array<std::string_view, 1> period_identity{"place+method+kind+first"};

constexpr EntityDef period_def{
    .id = 81,
    .name = "period",
    .label = msgid("Assessment period"),
    .plural = msgid("Assessment periods"),
    .fields = period_defs,
    .reach = Reach::place,
    .scope_via = "place",
    .title = "name",
    .subtitle = "place",
    .identity = period_identity,
    .match = period_identity,
};

} // namespace

template <>
const EntityDef& def_of<Period>()
{
    return period_def;
}

template <>
std::span<const Field<Period>> fields_of<Period>()
{
    return period_fields;
}

} // namespace model
