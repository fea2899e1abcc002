#include "model/entities/checklist.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array checklist_fields{
    field<&Checklist::name>       (1, "name",       msgid("Name of the check-list"), agency, {.required = true, .width = 200, .group = msgid("Check-list template")}),
    field<&Checklist::kind>       (2, "kind",       msgid("Made for"),               agency, {.required = true, .width = 120}),
    field<&Checklist::source>     (3, "source",     msgid("Basis of the list"),      agency, {.width = 220, .longest = 400}),
    field<&Checklist::from>       (4, "from",       msgid("In use from"),            agency, {.width = 100}),
    field<&Checklist::to>         (5, "to",         msgid("No longer used from"),    agency, {.width = 100}),
    field<&Checklist::end_reason> (6, "end_reason", msgid("Why no longer used"),     agency),
    field<&Checklist::remark>     (7, "remark",     msgid("Remark"),                 agency, {.long_text = true}),
};
// clang-format on

constexpr auto checklist_defs = defs(checklist_fields);

constexpr std::array<std::string_view, 1> checklist_identity{"kind+name"};

constexpr EntityDef checklist_def{
    .id = 98,
    .name = "checklist",
    .label = msgid("Check-list template"),
    .plural = msgid("Check-list templates"),
    .fields = checklist_defs,
    .reach = Reach::county,
    .title = "name",
    .subtitle = "kind",
    .end = "to",
    .end_reason = "end_reason",
    .identity = checklist_identity,
    .match = checklist_identity,
};

} // namespace

template <>
const EntityDef& def_of<Checklist>()
{
    return checklist_def;
}

template <>
std::span<const Field<Checklist>> fields_of<Checklist>()
{
    return checklist_fields;
}

} // namespace model
