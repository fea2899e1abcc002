#include "model/entities/window_staff.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array window_staff_fields{
    field<&WindowStaff::window>          (1,  "window",     msgid("Window"),            agency,     {.width = 120, .group = msgid("Person at window"), .refers_to = "window"}),
    field<&WindowStaff::person>          (2,  "person",     msgid("Person"),            agency,     {.width = 120, .refers_to = "person"}),
    field<&WindowStaff::slot>            (3,  "slot",       msgid("A or B post"),       agency,     {.width = 80}),
    field<&WindowStaff::shift>           (4,  "shift",      msgid("Shift"),             agency,     {.width = 100}),
    field<&WindowStaff::from>            (5,  "from",       msgid("From"),              agency,     {.width = 100}),
    field<&WindowStaff::to>              (6,  "to",         msgid("To"),                agency,     {.width = 100}),
    field<&WindowStaff::end_reason>      (7,  "end_reason", msgid("Reason for the end"),agency,     {.longest = 1000}),
    field<&WindowStaff::remark>          (8,  "remark",     msgid("Remark"),            agency,     {.long_text = true}),
};
// clang-format on

constexpr auto window_staff_defs = defs(window_staff_fields);

constexpr std::array<std::string_view, 2> window_staff_match{"window+person+from", "window+person"};

constexpr EntityDef window_staff_def{
    .id = 8,
    .name = "window_staff",
    .label = msgid("Person at window"),
    .plural = msgid("Staff at windows"),
    .fields = window_staff_defs,
    .reach = Reach::place,
    .scope_via = "window",
    .home_via = "person",
    .title = "person",
    .subtitle = "window",
    .end = "to",
    .end_reason = "end_reason",
    .match = window_staff_match,
};

} // namespace

template <>
const EntityDef& def_of<WindowStaff>()
{
    return window_staff_def;
}

template <>
std::span<const Field<WindowStaff>> fields_of<WindowStaff>()
{
    return window_staff_fields;
}

} // namespace model
