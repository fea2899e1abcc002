#include "model/entities/annual_grade.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array annual_grade_fields{
    field<&GradeRecord::person>          (1, "person", msgid("Person"), agency, {.width = 100, .group = msgid("Annual grade"), .refers_to = "person"}),
    field<&GradeRecord::year>            (2, "year", msgid("Year"), agency, {.width = 60}),
    field<&GradeRecord::place>           (3, "place", msgid("Place"), agency, {.width = 150, .refers_to = "place"}),
    field<&GradeRecord::unit>            (4, "unit", msgid("Unit"), agency, {.width = 150, .refers_to = "unit"}),
    field<&GradeRecord::identity>        (5, "identity", msgid("Identity"), agency, {.width = 110}),
    field<&GradeRecord::proposed>        (6, "proposed", msgid("Grade proposed"), agency, {.width = 90}),
    field<&GradeRecord::proposed_on>     (7, "proposed_on", msgid("Proposed on"), agency, {.width = 100, .past = true}),
    field<&GradeRecord::decided>         (8, "decided", msgid("Grade decided"), home_unit, {.width = 90}),
    field<&GradeRecord::decided_on>      (9, "decided_on", msgid("Decided on"), home_unit, {.width = 100, .past = true}),
    field<&GradeRecord::document>        (10, "document", msgid("Document of the decision"), home_unit, {.width = 140}),
    field<&GradeRecord::reason>          (11, "reason", msgid("Why no grade, or another one"), shared, {.width = 160, .longest = 1000}),
    field<&GradeRecord::told_on>         (12, "told_on", msgid("Told to the person on"), home_unit, {.width = 100, .past = true}),
    field<&GradeRecord::review_asked>    (13, "review_asked", msgid("Review asked for on"), home_unit, {.width = 100, .past = true}),
    field<&GradeRecord::review_answered> (14, "review_answered", msgid("Review answered on"), home_unit, {.width = 100, .past = true}),
    field<&GradeRecord::review_result>   (15, "review_result", msgid("Result of the review"), home_unit, {.longest = 1000}),
    field<&GradeRecord::appeal_asked>    (16, "appeal_asked", msgid("Appeal made on"), home_unit, {.width = 100, .past = true}),
    field<&GradeRecord::appeal_answered> (17, "appeal_answered", msgid("Appeal decided on"), home_unit, {.width = 100, .past = true}),
    field<&GradeRecord::appeal_result>   (18, "appeal_result", msgid("Result of the appeal"), home_unit, {.longest = 1000}),
    field<&GradeRecord::remark>          (19, "remark", msgid("Remark"), shared, {.long_text = true}),
};
// clang-format on

constexpr auto annual_grade_defs = defs(annual_grade_fields);

constexpr std::array<std::string_view, 1> annual_grade_identity{"person+year"};

constexpr EntityDef annual_grade_def{
    .id = 86,
    .name = "annual_grade",
    .label = msgid("Annual grade"),
    .plural = msgid("Annual grades"),
    .fields = annual_grade_defs,
    .reach = Reach::place,
    .scope_via = "place",
    .home_via = "unit",
    .title = "person",
    .subtitle = "year",
    .identity = annual_grade_identity,
    .match = annual_grade_identity,
};

} // namespace

template <>
const EntityDef& def_of<GradeRecord>()
{
    return annual_grade_def;
}

template <>
std::span<const Field<GradeRecord>> fields_of<GradeRecord>()
{
    return annual_grade_fields;
}

} // namespace model
