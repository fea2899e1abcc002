#include "model/entities/inspection_line.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array inspection_line_fields{
    field<&InspectionLine::inspection> (1, "inspection", msgid("Inspection"),         agency, {.width = 180, .group = msgid("Line of an inspection"), .refers_to = "inspection"}),
    field<&InspectionLine::order>      (2, "order",      msgid("Position"),           agency, {.width = 60}),
    field<&InspectionLine::category>   (7, "category",   msgid("Category of the line"),           agency, {.width = 110}),
    field<&InspectionLine::question>   (3, "question",   msgid("What is checked"),    agency, {.width = 300, .longest = 1000}),
    field<&InspectionLine::answer>     (4, "answer",     msgid("Answer to the line"), agency, {.width = 90}),
    field<&InspectionLine::points>     (5, "points",     msgid("Points"),             agency, {.width = 70, .scale = 1}),
    field<&InspectionLine::evidence>   (8, "evidence",   msgid("Evidence needed"),    agency, {.width = 80}),
    field<&InspectionLine::remark>     (6, "remark",     msgid("Remark"),             shared, {.long_text = true}),
};
// clang-format on

constexpr auto inspection_line_defs = defs(inspection_line_fields);

constexpr std::array<std::string_view, 1> inspection_line_match{"inspection+question"};

constexpr EntityDef inspection_line_def{
    .id = 65,
    .name = "inspection_line",
    .label = msgid("Line of an inspection"),
    .plural = msgid("Lines of inspections"),
    .fields = inspection_line_defs,
    .reach = Reach::place,
    .scope_via = "inspection",
    .title = "question",
    .subtitle = "inspection",
    .match = inspection_line_match,
};

} // namespace

template <>
const EntityDef& def_of<InspectionLine>()
{
    return inspection_line_def;
}

template <>
std::span<const Field<InspectionLine>> fields_of<InspectionLine>()
{
    return inspection_line_fields;
}

} // namespace model
