#include "model/entities/leave.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array leave_fields{
    field<&Leave::person>        (1,  "person",        msgid("Person"),               home_unit, {.width = 100, .group = msgid("Leave or outing"), .refers_to = "person"}),
    field<&Leave::kind>          (2,  "kind",          msgid("Kind of leave"),        home_unit, {.width = 110}),
    field<&Leave::from>          (3,  "from",          msgid("From"),                 home_unit, {.width = 100}),
    field<&Leave::from_time>     (4,  "from_time",     msgid("From what time"),       home_unit),
    field<&Leave::to>            (5,  "to",            msgid("To"),                   home_unit, {.width = 100}),
    field<&Leave::to_time>       (6,  "to_time",       msgid("Until what time"),      home_unit),
    field<&Leave::days>          (7,  "days",          msgid("Working days away"),    home_unit, {.width = 80, .scale = 1}),
    field<&Leave::reason>        (8,  "reason",        msgid("Reason of the leave"),  home_unit, {.personal = true, .width = 160, .longest = 1000}),
    field<&Leave::cover>         (9,  "cover",         msgid("Covered by"),           agency,    {.width = 100, .group = msgid("Approval"), .refers_to = "person"}),
    field<&Leave::state>         (10, "state",         msgid("State of the request"), agency,    {.width = 90}),
    field<&Leave::unit_document> (11, "unit_document", msgid("Unit's consent"),       home_unit),
    field<&Leave::approver>      (12, "approver",      msgid("Approved by"),          agency,    {.width = 100}),
    field<&Leave::approved>      (13, "approved",      msgid("Approved on"),          agency,    {.width = 100, .past = true}),
    field<&Leave::back>          (14, "back",          msgid("Back on"),              agency,    {.width = 100}),
    field<&Leave::remark>        (15, "remark",        msgid("Remark"),               shared,    {.long_text = true}),
};
// clang-format on

constexpr auto leave_defs = defs(leave_fields);

constexpr std::array<std::string_view, 2> leave_match{"person+from+kind", "person+from"};

constexpr EntityDef leave_def{
    .id = 32,
    .name = "leave",
    .label = msgid("Leave or outing"),
    .plural = msgid("Leave and outings"),
    .fields = leave_defs,
    .reach = Reach::place,
    .scope_via = "person",
    .home_via = "person",
    .title = "person",
    .subtitle = "from",
    .match = leave_match,
};

} // namespace

template <>
const EntityDef& def_of<Leave>()
{
    return leave_def;
}

template <>
std::span<const Field<Leave>> fields_of<Leave>()
{
    return leave_fields;
}

} // namespace model
