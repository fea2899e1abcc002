#include "model/entities/tip.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array tip_fields{
    field<&Tip::number>       (1,  "number",       msgid("Register number"),    agency, {.width = 160, .group = msgid("Tip")}),
    field<&Tip::received>     (2,  "received",     msgid("Came in on"),         agency, {.width = 100, .past = true}),
    field<&Tip::channel>      (3,  "channel",      msgid("Channel of the tip"), agency, {.width = 110}),
    field<&Tip::about_unit>   (4,  "about_unit",   msgid("About the unit"),     agency, {.width = 150, .refers_to = "unit"}),
    field<&Tip::about_person> (5,  "about_person", msgid("About the person"),   agency, {.width = 110, .refers_to = "person"}),
    field<&Tip::content>      (6,  "content",      msgid("What the tip says"),  agency, {.personal = true, .long_text = true}),
    field<&Tip::handler>      (7,  "handler",      msgid("Handler"),            agency, {.width = 100}),
    field<&Tip::handed_to>    (8,  "handed_to",    msgid("Handed to"),          agency, {.width = 130}),
    field<&Tip::handed>       (9,  "handed",       msgid("Handed over on"),     agency, {.width = 100, .past = true}),
    field<&Tip::result>       (10, "result",       msgid("Outcome in words"),   agency, {.personal = true, .long_text = true}),
    field<&Tip::closed>       (11, "closed",       msgid("Case ended on"),      agency, {.width = 100, .past = true}),
    field<&Tip::remark>       (12, "remark",       msgid("Remark"),             shared, {.long_text = true}),
};
// clang-format on

constexpr auto tip_defs = defs(tip_fields);

constexpr std::array<std::string_view, 1> tip_match{"number"};

constexpr EntityDef tip_def{
    .id = 46,
    .name = "tip",
    .label = msgid("Tip"),
    .plural = msgid("Tips"),
    .fields = tip_defs,
    .reach = Reach::restricted,
    .title = "number",
    .subtitle = "received",
    .match = tip_match,
};

} // namespace

template <>
const EntityDef& def_of<Tip>()
{
    return tip_def;
}

template <>
std::span<const Field<Tip>> fields_of<Tip>()
{
    return tip_fields;
}

} // namespace model
