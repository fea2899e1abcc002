#include "model/entities/agency_case.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array agency_case_fields{
    field<&AgencyCase::number>       (1,  "number",       msgid("Case number"),                outlet, {.width = 160, .group = msgid("Help or agency case")}),
    field<&AgencyCase::day>          (2,  "day",          msgid("Day"),                        outlet, {.width = 100, .past = true}),
    field<&AgencyCase::place>        (3,  "place",        msgid("Place"),                      outlet, {.width = 180, .refers_to = "place"}),
    field<&AgencyCase::applicant>    (4,  "applicant",    msgid("Applicant"),                  outlet, {.personal = true, .width = 100}),
    field<&AgencyCase::phone>        (5,  "phone",        msgid("Phone"),                      outlet, {.personal = true, .width = 120}),
    field<&AgencyCase::id_tail>      (6,  "id_tail",      msgid("Last four of the ID number"), outlet, {.personal = true, .longest = 4}),
    field<&AgencyCase::item>         (7,  "item",         msgid("Item"),                       outlet, {.width = 220, .refers_to = "item"}),
    field<&AgencyCase::matter>       (8,  "matter",       msgid("Matter in words"),            outlet, {.width = 180, .longest = 1000}),
    field<&AgencyCase::mode>         (9,  "mode",         msgid("Kind of help"),               outlet, {.width = 80}),
    field<&AgencyCase::agent>        (10, "agent",        msgid("Agent"),                      outlet, {.width = 100, .refers_to = "person"}),
    field<&AgencyCase::received>     (11, "received",     msgid("Materials received"),         outlet, {.longest = 1000, .group = msgid("Course and result")}),
    field<&AgencyCase::sent_to>      (12, "sent_to",      msgid("Sent to"),                    outlet, {.width = 140, .refers_to = "unit"}),
    field<&AgencyCase::sent>         (13, "sent",         msgid("Sent on"),                    outlet, {.width = 100, .past = true}),
    field<&AgencyCase::returned>     (14, "returned",     msgid("Materials returned"),         outlet, {.longest = 1000}),
    field<&AgencyCase::result>       (15, "result",       msgid("Outcome of the case"),        outlet, {.width = 90}),
    field<&AgencyCase::result_on>    (16, "result_on",    msgid("Outcome on"),                 outlet, {.width = 100, .past = true}),
    field<&AgencyCase::satisfaction> (17, "satisfaction", msgid("Satisfaction"),               outlet, {.width = 90}),
    field<&AgencyCase::signature>    (18, "signature",    msgid("Signed by the applicant"),    outlet, {.width = 80}),
    field<&AgencyCase::remark>       (19, "remark",       msgid("Remark"),                     shared, {.long_text = true}),
};
// clang-format on

constexpr auto agency_case_defs = defs(agency_case_fields);

constexpr std::array<std::string_view, 3> agency_case_match{
    "number", "place+day+applicant+item", "place+day+applicant+matter"};

constexpr EntityDef agency_case_def{
    .id = 40,
    .name = "agency_case",
    .label = msgid("Help or agency case"),
    .plural = msgid("Help-and-agency cases"),
    .fields = agency_case_defs,
    .reach = Reach::place,
    .scope_via = "place",
    .title = "number",
    .subtitle = "matter",
    .match = agency_case_match,
};

} // namespace

template <>
const EntityDef& def_of<AgencyCase>()
{
    return agency_case_def;
}

template <>
std::span<const Field<AgencyCase>> fields_of<AgencyCase>()
{
    return agency_case_fields;
}

} // namespace model
