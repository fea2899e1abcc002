#include "model/entities/inspection.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array inspection_fields{
    field<&Inspection::name>       (1,  "name",       msgid("Subject of the inspection"), agency, {.width = 220, .group = msgid("Inspection")}),
    field<&Inspection::kind>       (2,  "kind",       msgid("Kind of inspection"),        agency, {.width = 110}),
    field<&Inspection::place>      (3,  "place",      msgid("Place"),                     agency, {.width = 170, .refers_to = "place"}),
    field<&Inspection::day>        (4,  "day",        msgid("Day"),                       agency, {.width = 100, .past = true}),
    field<&Inspection::time>       (5,  "time",       msgid("Time"),                      agency, {.width = 70}),
    field<&Inspection::inspectors> (6,  "inspectors", msgid("Inspectors"),                agency, {.width = 130}),
    field<&Inspection::zone>       (7,  "zone",       msgid("Zone looked at"),            agency),
    field<&Inspection::checklist>  (8,  "checklist",  msgid("Check-list"),                agency, {.width = 130}),
    field<&Inspection::result>     (9,  "result",     msgid("Result in words"),           agency, {.long_text = true}),
    field<&Inspection::document>   (10, "document",   msgid("Document number"),           agency, {.width = 140}),
    field<&Inspection::remark>     (11, "remark",     msgid("Remark"),                    shared, {.long_text = true}),
};
// clang-format on

constexpr auto inspection_defs = defs(inspection_fields);

constexpr std::array<std::string_view, 1> inspection_match{"place+day+name"};

constexpr EntityDef inspection_def{
    .id = 41,
    .name = "inspection",
    .label = msgid("Inspection"),
    .plural = msgid("Inspections"),
    .fields = inspection_defs,
    .reach = Reach::place,
    .scope_via = "place",
    .title = "name",
    .subtitle = "day",
    .match = inspection_match,
};

} // namespace

template <>
const EntityDef& def_of<Inspection>()
{
    return inspection_def;
}

template <>
std::span<const Field<Inspection>> fields_of<Inspection>()
{
    return inspection_fields;
}

} // namespace model
