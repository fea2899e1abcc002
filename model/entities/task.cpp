#include "model/entities/task.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array task_fields{
    field<&Task::name>        (1,  "name",        msgid("What is to be done"),          agency,    {.required = true, .width = 260, .longest = 1000, .group = msgid("Task")}),
    field<&Task::number>      (2,  "number",      msgid("Task number"),                 agency,    {.width = 110}),
    field<&Task::source>      (3,  "source",      msgid("Comes from what"),             agency,    {.width = 110}),
    field<&Task::meeting>     (4,  "meeting",     msgid("Meeting or instruction"),      agency,    {.width = 160}),
    field<&Task::finding>     (5,  "finding",     msgid("Problem found"),               agency,    {.width = 140, .refers_to = "finding"}),
    field<&Task::complaint>   (6,  "complaint",   msgid("Complaint"),                   agency,    {.width = 140, .refers_to = "complaint"}),
    field<&Task::unable_case> (7,  "unable_case", msgid("Case that could not be done"), agency,    {.width = 140, .refers_to = "unable_case"}),
    field<&Task::place>       (8,  "place",       msgid("Place"),                       agency,    {.width = 140, .refers_to = "place"}),
    field<&Task::unit>        (9,  "unit",        msgid("Unit answering"),              agency,    {.width = 150, .refers_to = "unit"}),
    field<&Task::window>      (18, "window",      msgid("Window"),                      agency,    {.width = 90, .refers_to = "window"}),
    field<&Task::person>      (19, "person",      msgid("Person concerned"),            agency,    {.width = 100, .refers_to = "person"}),
    field<&Task::item>        (20, "item",        msgid("Item"),                        agency,    {.width = 180, .refers_to = "item"}),
    field<&Task::owner>       (10, "owner",       msgid("Person answering"),            agency,    {.width = 100}),
    field<&Task::set_on>      (11, "set_on",      msgid("Set on"),                      agency,    {.width = 100, .past = true}),
    field<&Task::due>         (12, "due",         msgid("Due on"),                      agency,    {.width = 100}),
    field<&Task::progress>    (13, "progress",    msgid("How far it is"),               home_unit, {.long_text = true}),
    field<&Task::state>       (14, "state",       msgid("State of the task"),           agency,    {.width = 90}),
    field<&Task::done_on>     (15, "done_on",     msgid("Done on"),                     home_unit, {.width = 100, .past = true}),
    field<&Task::closed>      (16, "closed",      msgid("Written off on"),              agency,    {.width = 100, .past = true}),
    field<&Task::remark>      (17, "remark",      msgid("Remark"),                      shared,    {.long_text = true}),
};
// clang-format on

constexpr auto task_defs = defs(task_fields);

constexpr std::array<std::string_view, 2> task_match{"number", "name+set_on"};

constexpr EntityDef task_def{
    .id = 56,
    .name = "task",
    .label = msgid("Task"),
    .plural = msgid("Tasks"),
    .fields = task_defs,
    .reach = Reach::place,
    .scope_via = "place",
    .home_via = "unit",
    .title = "name",
    .subtitle = "due",
    .match = task_match,
};

} // namespace

template <>
const EntityDef& def_of<Task>()
{
    return task_def;
}

template <>
std::span<const Field<Task>> fields_of<Task>()
{
    return task_fields;
}

} // namespace model
