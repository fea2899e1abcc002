#include "model/entities/checklist_line.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array checklist_line_fields{
    field<&ChecklistLine::checklist> (1, "checklist", msgid("Check-list template"),       agency, {.required = true, .width = 160, .group = msgid("Line of a template"), .refers_to = "checklist"}),
    field<&ChecklistLine::order>     (2, "order",     msgid("Position"),         agency, {.width = 60}),
    field<&ChecklistLine::category>  (3, "category",  msgid("Category of the line"),         agency, {.width = 110}),
    field<&ChecklistLine::text>      (4, "text",      msgid("What is checked"),  agency, {.required = true, .width = 320, .longest = 1000}),
    field<&ChecklistLine::matter>    (5, "matter",    msgid("Matter to settle"), agency, {.width = 120}),
    field<&ChecklistLine::evidence>  (6, "evidence",  msgid("Evidence needed"),  agency, {.width = 80}),
    field<&ChecklistLine::remark>    (7, "remark",    msgid("Remark"),           agency, {.long_text = true}),
};
// clang-format on

constexpr auto checklist_line_defs = defs(checklist_line_fields);

constexpr std::array<std::string_view, 1> checklist_line_identity{"checklist+text"};

constexpr EntityDef checklist_line_def{
    .id = 99,
    .name = "checklist_line",
    .label = msgid("Line of a template"),
    .plural = msgid("Lines of templates"),
    .fields = checklist_line_defs,
    .reach = Reach::county,
    .title = "text",
    .subtitle = "checklist",
    .identity = checklist_line_identity,
    .match = checklist_line_identity,
};

} // namespace

template <>
const EntityDef& def_of<ChecklistLine>()
{
    return checklist_line_def;
}

template <>
std::span<const Field<ChecklistLine>> fields_of<ChecklistLine>()
{
    return checklist_line_fields;
}

} // namespace model
