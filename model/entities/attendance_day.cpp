#include "model/entities/attendance_day.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array attendance_day_fields{
    field<&AttendanceDay::person>        (1,  "person",        msgid("Person"),                agency, {.width = 100, .group = msgid("Attendance"), .refers_to = "person"}),
    field<&AttendanceDay::day>           (2,  "day",           msgid("Day"),                   agency, {.width = 100, .past = true}),
    field<&AttendanceDay::state>         (3,  "state",         msgid("Attendance of the day"), agency, {.width = 100}),
    field<&AttendanceDay::came>          (4,  "came",          msgid("Came at"),               agency, {.width = 80}),
    field<&AttendanceDay::went>          (5,  "went",          msgid("Went at"),               agency, {.width = 80}),
    field<&AttendanceDay::minutes>       (6,  "minutes",       msgid("Minutes late or early"), agency, {.width = 90}),
    field<&AttendanceDay::source>        (7,  "source",        msgid("Known from"),            agency, {.width = 100}),
    field<&AttendanceDay::leave>         (8,  "leave",         msgid("Leave or outing"),       agency, {.refers_to = "leave"}),
    field<&AttendanceDay::window>        (9,  "window",        msgid("Window"),                agency, {.width = 90, .refers_to = "window"}),
    field<&AttendanceDay::cover>         (10, "cover",         msgid("Covered by"),            agency, {.width = 100, .refers_to = "person"}),
    field<&AttendanceDay::remark>        (11, "remark",        msgid("Remark"),                shared, {.long_text = true}),
    field<&AttendanceDay::punches>       (12, "punches",       msgid("Clocked at"),            agency, {.width = 160, .group = msgid("Clock and roll-call")}),
    field<&AttendanceDay::clock_state>   (13, "clock_state",   msgid("The clock says"),        agency, {.width = 90}),
    field<&AttendanceDay::clock_minutes> (14, "clock_minutes", msgid("Minutes by the clock"),  agency),
    field<&AttendanceDay::call_state>    (15, "call_state",    msgid("Entered as"),            agency, {.width = 90}),
    field<&AttendanceDay::call_minutes>  (16, "call_minutes",  msgid("Minutes as entered"),    agency),
    field<&AttendanceDay::call_source>   (17, "call_source",   msgid("Entered from"),          agency),
    field<&AttendanceDay::decided>       (18, "decided",       msgid("Difference decided"),    agency, {.width = 90}),
};
// clang-format on

constexpr auto attendance_day_defs = defs(attendance_day_fields);

constexpr std::array<std::string_view, 1> attendance_day_match{"person+day"};

constexpr EntityDef attendance_day_def{
    .id = 33,
    .name = "attendance_day",
    .label = msgid("Attendance"),
    .plural = msgid("Attendance"),
    .fields = attendance_day_defs,
    .reach = Reach::place,
    .scope_via = "person",
    .home_via = "person",
    .title = "person",
    .subtitle = "day",
    .match = attendance_day_match,
};

} // namespace

template <>
const EntityDef& def_of<AttendanceDay>()
{
    return attendance_day_def;
}

template <>
std::span<const Field<AttendanceDay>> fields_of<AttendanceDay>()
{
    return attendance_day_fields;
}

} // namespace model
