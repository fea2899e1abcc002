#include "model/entities/finding.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array finding_fields{
    field<&ProblemFound::name>        (1,  "name",        msgid("Problem"),              agency,    {.required = true, .width = 260, .longest = 1000, .group = msgid("Problem found")}),
    field<&ProblemFound::kinds>       (2,  "kinds",       msgid("Kind of problem"),      agency,    {.width = 120, .choices = problem_kinds}),
    field<&ProblemFound::inspection>  (3,  "inspection",  msgid("Inspection"),           agency,    {.width = 140, .refers_to = "inspection"}),
    field<&ProblemFound::place>       (4,  "place",       msgid("Place"),                agency,    {.width = 150, .refers_to = "place"}),
    field<&ProblemFound::window>      (5,  "window",      msgid("Window"),               agency,    {.width = 90, .refers_to = "window"}),
    field<&ProblemFound::person>      (6,  "person",      msgid("Person concerned"),     agency,    {.width = 100, .refers_to = "person"}),
    field<&ProblemFound::unit>        (7,  "unit",        msgid("Unit answering"),       agency,    {.width = 150, .refers_to = "unit"}),
    field<&ProblemFound::found>       (8,  "found",       msgid("Found on"),             agency,    {.width = 100, .past = true}),
    field<&ProblemFound::evidence>    (9,  "evidence",    msgid("Evidence"),             agency,    {.longest = 1000}),
    field<&ProblemFound::owner>       (10, "owner",       msgid("Person answering"),     agency,    {.width = 100, .group = msgid("Correction")}),
    field<&ProblemFound::due>         (11, "due",         msgid("To be corrected by"),   agency,    {.width = 100}),
    field<&ProblemFound::correction>  (12, "correction",  msgid("How it was corrected"), home_unit, {.long_text = true}),
    field<&ProblemFound::corrected>   (13, "corrected",   msgid("Corrected on"),         home_unit, {.width = 100, .past = true}),
    field<&ProblemFound::verified>    (14, "verified",    msgid("Verified on"),          agency,    {.width = 100, .past = true}),
    field<&ProblemFound::verified_by> (15, "verified_by", msgid("Verified by"),          agency,    {.width = 100}),
    field<&ProblemFound::state>       (16, "state",       msgid("State of the problem"), agency,    {.width = 90}),
    field<&ProblemFound::remark>      (17, "remark",      msgid("Remark"),               shared,    {.long_text = true}),
};
// clang-format on

constexpr auto finding_defs = defs(finding_fields);

constexpr std::array<std::string_view, 1> finding_match{"name+place+found"};

constexpr EntityDef finding_def{
    .id = 42,
    .name = "finding",
    .label = msgid("Problem found"),
    .plural = msgid("Problems found"),
    .fields = finding_defs,
    .reach = Reach::place,
    .scope_via = "place",
    .home_via = "unit",
    .title = "name",
    .subtitle = "found",
    .match = finding_match,
};

} // namespace

template <>
const EntityDef& def_of<ProblemFound>()
{
    return finding_def;
}

template <>
std::span<const Field<ProblemFound>> fields_of<ProblemFound>()
{
    return finding_fields;
}

} // namespace model
