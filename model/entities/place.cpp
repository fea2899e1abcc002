#include "model/entities/place.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array place_fields{
    field<&Place::name>                (1,  "name",           msgid("Place name"),              agency,     {.required = true, .width = 220, .group = msgid("Place")}),
    field<&Place::type>                (2,  "type",           msgid("Kind of place"),           agency,     {.required = true, .width = 180}),
    field<&Place::parent>              (3,  "parent",         msgid("Belongs to"),              agency,     {.width = 180, .refers_to = "place"}),
    field<&Place::region>              (4,  "region",         msgid("Division code"),           agency,     {.width = 120}),
    field<&Place::address>             (5,  "address",        msgid("Address"),                 shared,     {.width = 200, .group = msgid("Reaching it")}),
    field<&Place::phone>               (6,  "phone",          msgid("Phone"),                   shared,     {.width = 120}),
    field<&Place::responsible>         (7,  "responsible",    msgid("Person in charge"),        shared,     {.width = 100}),
    field<&Place::floor_area>          (8,  "floor_area",     msgid("Floor area (m²)"),         shared,     {.scale = 2, .group = msgid("Premises")}),
    field<&Place::public_area>         (9,  "public_area",    msgid("Area for the public (m²)"),shared,     {.scale = 2}),
    field<&Place::floors>              (10, "floors",         msgid("Floors"),                  shared),
    field<&Place::opening_hours>       (11, "opening_hours",  msgid("Opening hours"),           shared,     {.width = 140}),
    field<&Place::opening_days>        (21, "opening_days",   msgid("Opening days"),            shared,     {.whole = true, .choices = weekdays}),
    field<&Place::zones>               (12, "zones",          msgid("Functional zones"),        shared,     {.choices = place_zones}),
    field<&Place::sign_status>         (13, "sign_status",    msgid("Sign"),                    agency),
    field<&Place::sign_date>           (14, "sign_date",      msgid("Sign put up on"),          agency,     {.past = true}),
    field<&Place::basis_document>      (15, "basis_document", msgid("Approval document"),       agency,     {.group = msgid("Basis and dates")}),
    field<&Place::basis_date>          (16, "basis_date",     msgid("Approved on"),             agency,     {.past = true}),
    field<&Place::opened>              (17, "opened",         msgid("Opened on"),               agency),
    field<&Place::closed>              (18, "closed",         msgid("Closed on"),               agency),
    field<&Place::closed_reason>       (19, "closed_reason",  msgid("Reason for closing"),      agency,     {.longest = 1000}),
    field<&Place::remark>              (20, "remark",         msgid("Remark"),                  shared,     {.long_text = true}),
};
// clang-format on

constexpr auto place_defs = defs(place_fields);

constexpr std::array<std::string_view, 1> place_identity{"region+type+name"};
constexpr std::array<std::string_view, 1> place_match{"name"};

constexpr EntityDef place_def{
    .id = 1,
    .name = "place",
    .label = msgid("Place"),
    .plural = msgid("Places"),
    .fields = place_defs,
    .reach = Reach::place,
    .scope_via = "region",
    .subtitle = "type",
    .end = "closed",
    .end_reason = "closed_reason",
    .identity = place_identity,
    .match = place_match,
};

} // namespace

template <>
const EntityDef& def_of<Place>()
{
    return place_def;
}

template <>
std::span<const Field<Place>> fields_of<Place>()
{
    return place_fields;
}

} // namespace model
