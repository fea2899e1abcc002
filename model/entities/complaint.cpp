#include "model/entities/complaint.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array complaint_fields{
    field<&Complaint::number>       (1,  "number",       msgid("Register number"),           agency, {.width = 160, .group = msgid("Complaint")}),
    field<&Complaint::received>     (2,  "received",     msgid("Received on"),               agency, {.width = 100, .past = true}),
    field<&Complaint::channel>      (3,  "channel",      msgid("Channel"),                   agency, {.width = 100}),
    field<&Complaint::matter>       (4,  "matter",       msgid("Content of the complaint"),  agency, {.width = 260, .longest = 2000}),
    field<&Complaint::place>        (5,  "place",        msgid("Place"),                     agency, {.width = 150, .refers_to = "place"}),
    field<&Complaint::window>       (6,  "window",       msgid("Window"),                    agency, {.width = 90, .refers_to = "window"}),
    field<&Complaint::person>       (7,  "person",       msgid("Person concerned"),          agency, {.width = 100, .refers_to = "person"}),
    field<&Complaint::unit>         (8,  "unit",         msgid("Unit"),                      agency, {.width = 150, .refers_to = "unit"}),
    field<&Complaint::item>         (9,  "item",         msgid("Item"),                      agency, {.width = 180, .refers_to = "item"}),
    field<&Complaint::named>        (10, "named",        msgid("Signed with a name"),        agency, {.width = 70}),
    field<&Complaint::written>      (11, "written",      msgid("In writing"),                agency, {.width = 70}),
    field<&Complaint::way>          (12, "way",          msgid("Dealt with how"),            agency, {.width = 110, .group = msgid("Course")}),
    field<&Complaint::not_accepted> (13, "not_accepted", msgid("Not accepted because"),      agency, {.width = 110}),
    field<&Complaint::handler>      (14, "handler",      msgid("Handler"),                   agency, {.width = 100}),
    field<&Complaint::contacted>    (15, "contacted",    msgid("Contacted on"),              agency, {.width = 100, .past = true}),
    field<&Complaint::due>          (16, "due",          msgid("Due on"),                    agency, {.width = 100}),
    field<&Complaint::left_for>     (17, "left_for",     msgid("Passed on to"),              agency, {.width = 90}),
    field<&Complaint::left>         (18, "left",         msgid("Passed on on"),              agency, {.width = 100, .past = true}),
    field<&Complaint::returned>     (25, "returned",     msgid("Came back on"),              agency, {.width = 100, .past = true}),
    field<&Complaint::finding>      (19, "finding",      msgid("What the check found"),      agency, {.width = 90, .group = msgid("Answer")}),
    field<&Complaint::replied>      (20, "replied",      msgid("Replied on"),                agency, {.width = 100, .past = true}),
    field<&Complaint::reply>        (21, "reply",        msgid("Reply"),                     agency, {.long_text = true}),
    field<&Complaint::satisfied>    (22, "satisfied",    msgid("Satisfied with the answer"), agency, {.width = 80}),
    field<&Complaint::closed>       (23, "closed",       msgid("Case ended on"),             agency, {.width = 100, .past = true}),
    field<&Complaint::remark>       (24, "remark",       msgid("Remark"),                    shared, {.long_text = true}),
};
// clang-format on

constexpr auto complaint_defs = defs(complaint_fields);

constexpr std::array<std::string_view, 3> complaint_match{
    "number", "received+matter+person+window+item", "received+matter"};

constexpr EntityDef complaint_def{
    .id = 43,
    .name = "complaint",
    .label = msgid("Complaint"),
    .plural = msgid("Complaint register"),
    .fields = complaint_defs,
    .reach = Reach::place,
    .scope_via = "place",
    .home_via = "unit",
    .title = "matter",
    .subtitle = "received",
    .match = complaint_match,
};

} // namespace

template <>
const EntityDef& def_of<Complaint>()
{
    return complaint_def;
}

template <>
std::span<const Field<Complaint>> fields_of<Complaint>()
{
    return complaint_fields;
}

} // namespace model
