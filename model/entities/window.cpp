#include "model/entities/window.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array window_fields{
    field<&Window::number>                (1,  "number",           msgid("Window number"),     agency,     {.required = true, .width = 80, .group = msgid("Window")}),
    field<&Window::former_numbers>        (19, "former_numbers",   msgid("Former numbers"),    agency,     {.longest = 1000}),
    field<&Window::name>                  (2,  "name",             msgid("Window name"),       agency,     {.width = 160}),
    field<&Window::place>                 (3,  "place",            msgid("Place"),             agency,     {.width = 180, .refers_to = "place"}),
    field<&Window::unit>                  (4,  "unit",             msgid("Unit"),              agency,     {.width = 180, .refers_to = "unit"}),
    field<&Window::business>              (5,  "business",         msgid("Business"),          agency,     {.width = 140, .longest = 1000}),
    field<&Window::types>                 (6,  "types",            msgid("Kinds of window"),   agency,     {.width = 160, .choices = window_types}),
    field<&Window::status>                (7,  "status",           msgid("Status"),            agency,     {.width = 80}),
    field<&Window::phone>                 (8,  "phone",            msgid("Enquiry phone"),     shared,     {.width = 140}),
    field<&Window::floor>                 (9,  "floor",            msgid("Floor"),             agency,     {.group = msgid("Where and when")}),
    field<&Window::zone>                  (10, "zone",             msgid("Zone"),              agency),
    field<&Window::service_hours>         (11, "service_hours",    msgid("Service hours"),     agency),
    field<&Window::equipment>             (12, "equipment",        msgid("Equipment"),         shared,     {.choices = window_equipment}),
    field<&Window::network>               (13, "network",          msgid("Network"),           shared),
    field<&Window::assessment_group>      (14, "assessment_group", msgid("Assessment group"),  agency),
    field<&Window::opened>                (15, "opened",           msgid("Opened on"),         agency,     {.group = msgid("Basis and dates")}),
    field<&Window::closed>                (16, "closed",           msgid("Closed on"),         agency),
    field<&Window::closed_reason>         (17, "closed_reason",    msgid("Reason for closing"),agency,     {.longest = 1000}),
    field<&Window::remark>                (18, "remark",           msgid("Remark"),            shared,     {.long_text = true}),
};
// clang-format on

constexpr auto window_defs = defs(window_fields);

constexpr std::array<std::string_view, 1> window_identity{"place+unit+number"};
constexpr std::array<std::string_view, 3> window_match{
    "place+unit+number", "unit+number", "place+number"};

constexpr EntityDef window_def{
    .id = 3,
    .name = "window",
    .label = msgid("Window"),
    .plural = msgid("Windows"),
    .fields = window_defs,
    .reach = Reach::place,
    .scope_via = "place",
    .title = "number",
    .subtitle = "name",
    .end = "closed",
    .end_reason = "closed_reason",
    .over_field = "status",
    .over_code = "closed",
    .identity = window_identity,
    .match = window_match,
};

} // namespace

template <>
const EntityDef& def_of<Window>()
{
    return window_def;
}

template <>
std::span<const Field<Window>> fields_of<Window>()
{
    return window_fields;
}

} // namespace model
