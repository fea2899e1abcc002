#include "model/entities/unable_case.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array unable_case_fields{
    field<&UnableCase::number>       (1,  "number",       msgid("Register number"),          agency, {.width = 160, .group = msgid("Case that could not be done")}),
    field<&UnableCase::received>     (2,  "received",     msgid("Received on"),              agency, {.width = 100, .past = true}),
    field<&UnableCase::applicant>    (3,  "applicant",    msgid("Applicant"),                agency, {.personal = true, .width = 100}),
    field<&UnableCase::phone>        (4,  "phone",        msgid("Phone"),                    agency, {.personal = true, .width = 120}),
    field<&UnableCase::place>        (5,  "place",        msgid("Place"),                    agency, {.width = 150, .refers_to = "place"}),
    field<&UnableCase::item>         (6,  "item",         msgid("Item"),                     agency, {.width = 200, .refers_to = "item"}),
    field<&UnableCase::unit>         (7,  "unit",         msgid("Unit"),                     agency, {.width = 150, .refers_to = "unit"}),
    field<&UnableCase::matter>       (8,  "matter",       msgid("What could not be done"),   agency, {.width = 240, .longest = 2000}),
    field<&UnableCase::difficulty>   (9,  "difficulty",   msgid("Class of the case"),        agency, {.width = 80}),
    field<&UnableCase::kind>         (10, "kind",         msgid("How it failed"),            agency, {.width = 90}),
    field<&UnableCase::cause>        (11, "cause",        msgid("Cause"),                    agency, {.width = 110}),
    field<&UnableCase::sent>         (12, "sent",         msgid("Passed to the unit on"),    agency, {.width = 100, .past = true, .group = msgid("Course and result")}),
    field<&UnableCase::due>          (13, "due",          msgid("Due on"),                   agency, {.width = 100}),
    field<&UnableCase::extended>     (14, "extended",     msgid("Extended until"),           agency, {.width = 100}),
    field<&UnableCase::told>         (15, "told",         msgid("Told of the extension on"), agency, {.width = 100, .past = true}),
    field<&UnableCase::left_for>     (16, "left_for",     msgid("Passed on to"),             agency, {.width = 90}),
    field<&UnableCase::left>         (17, "left",         msgid("Passed on on"),             agency, {.width = 100, .past = true}),
    field<&UnableCase::returned>     (25, "returned",     msgid("Came back on"),             agency, {.width = 100, .past = true}),
    field<&UnableCase::result>       (18, "result",       msgid("Outcome in words"),         agency, {.long_text = true}),
    field<&UnableCase::solved>       (19, "solved",       msgid("Solved"),                   agency, {.width = 70}),
    field<&UnableCase::negative>     (20, "negative",     msgid("Negative answer"),          agency, {.width = 80}),
    field<&UnableCase::closed>       (21, "closed",       msgid("Case ended on"),            agency, {.width = 100, .past = true}),
    field<&UnableCase::fed_back>     (22, "fed_back",     msgid("Told the applicant on"),    agency, {.width = 100, .past = true}),
    field<&UnableCase::satisfaction> (23, "satisfaction", msgid("Satisfaction"),             agency, {.width = 90}),
    field<&UnableCase::remark>       (24, "remark",       msgid("Remark"),                   shared, {.long_text = true}),
};
// clang-format on

constexpr auto unable_case_defs = defs(unable_case_fields);

constexpr std::array<std::string_view, 3> unable_case_match{
    "number", "received+matter+applicant+phone", "received+matter"};

constexpr EntityDef unable_case_def{
    .id = 45,
    .name = "unable_case",
    .label = msgid("Case that could not be done"),
    .plural = msgid("Cases that could not be done"),
    .fields = unable_case_defs,
    .reach = Reach::place,
    .scope_via = "place",
    .home_via = "unit",
    .title = "matter",
    .subtitle = "received",
    .match = unable_case_match,
};

} // namespace

template <>
const EntityDef& def_of<UnableCase>()
{
    return unable_case_def;
}

template <>
std::span<const Field<UnableCase>> fields_of<UnableCase>()
{
    return unable_case_fields;
}

} // namespace model
