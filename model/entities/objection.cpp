#include "model/entities/objection.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array objection_fields{
    field<&Objection::number>      (1, "number", msgid("Number of the objection"), agency, {.width = 130, .group = msgid("Objection")}),
    field<&Objection::period>      (2, "period", msgid("Assessment period"), home_unit, {.width = 180, .refers_to = "period"}),
    field<&Objection::unit>        (3, "unit", msgid("Unit"), home_unit, {.width = 150, .refers_to = "unit"}),
    field<&Objection::person>      (4, "person", msgid("Person"), home_unit, {.width = 90, .refers_to = "person"}),
    field<&Objection::window>      (5, "window", msgid("Window"), home_unit, {.width = 90, .refers_to = "window"}),
    field<&Objection::made_on>     (6, "made_on", msgid("Objected on"), home_unit, {.width = 100, .past = true}),
    field<&Objection::reason>      (7, "reason", msgid("What is objected to"), home_unit, {.required = true, .long_text = true}),
    field<&Objection::entry>       (8, "entry", msgid("Entry objected to"), home_unit, {.width = 160, .refers_to = "ledger_entry"}),
    field<&Objection::due>         (9, "due", msgid("Answer due on"), agency, {.width = 100}),
    field<&Objection::decision>    (10, "decision", msgid("Decision on the objection"), agency, {.width = 90}),
    field<&Objection::decided_on>  (11, "decided_on", msgid("Decided on"), agency, {.width = 100, .past = true}),
    field<&Objection::decided_by>  (12, "decided_by", msgid("Decided by"), agency, {.width = 100}),
    field<&Objection::answer>      (13, "answer", msgid("Answer"), agency, {.long_text = true}),
    field<&Objection::adjusted_by> (14, "adjusted_by", msgid("Adjusted by the entry"), agency, {.width = 160, .refers_to = "ledger_entry"}),
    field<&Objection::remark>      (15, "remark", msgid("Remark"), agency, {.long_text = true}),
};
// clang-format on

constexpr auto objection_defs = defs(objection_fields);

constexpr std::array<std::string_view, 1> objection_match{"number"};

constexpr EntityDef objection_def{
    .id = 85,
    .name = "objection",
    .label = msgid("Objection"),
    .plural = msgid("Objections"),
    .fields = objection_defs,
    .reach = Reach::place,
    .scope_via = "period",
    .home_via = "unit",
    .title = "reason",
    .subtitle = "made_on",
    .match = objection_match,
};

} // namespace

template <>
const EntityDef& def_of<Objection>()
{
    return objection_def;
}

template <>
std::span<const Field<Objection>> fields_of<Objection>()
{
    return objection_fields;
}

} // namespace model
