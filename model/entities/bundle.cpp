#include "model/entities/bundle.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array bundle_fields{
    field<&Bundle::name>             (1,  "name",             msgid("Name of the bundle"),    agency, {.required = true, .width = 220, .group = msgid("Bundle of items")}),
    field<&Bundle::code>             (2,  "code",             msgid("Bundle code"),           agency, {.width = 110}),
    field<&Bundle::lead>             (3,  "lead",             msgid("Leading unit"),          agency, {.width = 160, .refers_to = "unit"}),
    field<&Bundle::object>           (4,  "object",           msgid("Whom it serves"),        agency, {.width = 120, .choices = item_objects}),
    field<&Bundle::state>            (5,  "state",            msgid("State of the bundle"),   agency, {.width = 90}),
    field<&Bundle::days>             (6,  "days",             msgid("Promised working days"), agency, {.width = 90}),
    field<&Bundle::steps_before>     (7,  "steps_before",     msgid("Visits before"),         agency),
    field<&Bundle::steps_after>      (8,  "steps_after",      msgid("Visits now"),            agency),
    field<&Bundle::materials_before> (9,  "materials_before", msgid("Materials before"),      agency),
    field<&Bundle::materials_after>  (10, "materials_after",  msgid("Materials now"),         agency),
    field<&Bundle::document>         (11, "document",         msgid("Document number"),       agency, {.width = 140}),
    field<&Bundle::from>             (12, "from",             msgid("From"),                  agency, {.width = 100}),
    field<&Bundle::to>               (13, "to",               msgid("To"),                    agency, {.width = 100}),
    field<&Bundle::end_reason>       (14, "end_reason",       msgid("Reason for the end"),    agency, {.longest = 1000}),
    field<&Bundle::remark>           (15, "remark",           msgid("Remark"),                shared, {.long_text = true}),
};
// clang-format on

constexpr auto bundle_defs = defs(bundle_fields);

constexpr std::array<std::string_view, 2> bundle_match{"code", "name"};

constexpr EntityDef bundle_def{
    .id = 58,
    .name = "bundle",
    .label = msgid("Bundle"),
    .plural = msgid("One-thing bundles"),
    .fields = bundle_defs,
    .title = "name",
    .subtitle = "lead",
    .end = "to",
    .end_reason = "end_reason",
    .over_field = "state",
    .over_code = "ended",
    .match = bundle_match,
};

} // namespace

template <>
const EntityDef& def_of<Bundle>()
{
    return bundle_def;
}

template <>
std::span<const Field<Bundle>> fields_of<Bundle>()
{
    return bundle_fields;
}

} // namespace model
