#include "model/entities/window_unit.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array window_unit_fields{
    field<&WindowUnit::window>          (1,  "window",     msgid("Window"),             agency,     {.width = 120, .group = msgid("Unit at window"), .refers_to = "window"}),
    field<&WindowUnit::unit>            (2,  "unit",       msgid("Unit"),               agency,     {.width = 220, .refers_to = "unit"}),
    field<&WindowUnit::sharing>         (3,  "sharing",    msgid("For itself or shared"),agency,    {.width = 110}),
    field<&WindowUnit::contact>         (4,  "contact",    msgid("Contact of the unit"),shared,     {.width = 110}),
    field<&WindowUnit::phone>           (5,  "phone",      msgid("Phone"),              shared,     {.width = 130}),
    field<&WindowUnit::from>            (6,  "from",       msgid("From"),               agency,     {.width = 100}),
    field<&WindowUnit::to>              (7,  "to",         msgid("To"),                 agency,     {.width = 100}),
    field<&WindowUnit::end_reason>      (8,  "end_reason", msgid("Reason for the end"), agency,     {.longest = 1000}),
    field<&WindowUnit::remark>          (9,  "remark",     msgid("Remark"),             agency,     {.long_text = true}),
};
// clang-format on

constexpr auto window_unit_defs = defs(window_unit_fields);

constexpr std::array<std::string_view, 1> window_unit_identity{"window+unit+from"};
constexpr std::array<std::string_view, 2> window_unit_match{"window+unit+from", "window+unit"};

constexpr EntityDef window_unit_def{
    .id = 104,
    .name = "window_unit",
    .label = msgid("Unit at window"),
    .plural = msgid("Units at windows"),
    .fields = window_unit_defs,
    .reach = Reach::place,
    .scope_via = "window",
    .title = "unit",
    .subtitle = "window",
    .end = "to",
    .end_reason = "end_reason",
    .identity = window_unit_identity,
    .match = window_unit_match,
};

} // namespace

template <>
const EntityDef& def_of<WindowUnit>()
{
    return window_unit_def;
}

template <>
std::span<const Field<WindowUnit>> fields_of<WindowUnit>()
{
    return window_unit_fields;
}

} // namespace model
