#include "model/entities/impact_assessment.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array impact_assessment_fields{
    field<&ImpactAssessment::matter>      (1,  "matter",      msgid("Matter assessed"),            agency, {.required = true, .width = 220, .group = msgid("Impact assessment")}),
    field<&ImpactAssessment::place>       (2,  "place",       msgid("Place concerned"),            agency, {.width = 160, .refers_to = "place"}),
    field<&ImpactAssessment::reasons>     (3,  "reasons",     msgid("Why it is needed"),           agency, {.width = 200, .choices = assessment_reasons}),
    field<&ImpactAssessment::purpose>     (4,  "purpose",     msgid("Purpose, way and necessity"), agency, {.long_text = true}),
    field<&ImpactAssessment::effects>     (5,  "effects",     msgid("Effect on people and risks"), agency, {.long_text = true, .group = msgid("Assessment")}),
    field<&ImpactAssessment::measures>    (6,  "measures",    msgid("Protective measures"),        agency, {.long_text = true}),
    field<&ImpactAssessment::fitting>     (7,  "fitting",     msgid("The measures are"),           agency, {.width = 130}),
    field<&ImpactAssessment::conclusion>  (8,  "conclusion",  msgid("Conclusion"),                 agency, {.long_text = true}),
    field<&ImpactAssessment::assessed_by> (9,  "assessed_by", msgid("Assessed by"),                agency, {.width = 100, .group = msgid("Record")}),
    field<&ImpactAssessment::assessed>    (10, "assessed",    msgid("Assessed on"),                agency, {.width = 100, .past = true}),
    field<&ImpactAssessment::document>    (11, "document",    msgid("Document number"),            agency, {.width = 140}),
    field<&ImpactAssessment::keep_until>  (12, "keep_until",  msgid("Keep until"),                 agency, {.width = 100}),
    field<&ImpactAssessment::remark>      (13, "remark",      msgid("Remark"),                     agency, {.long_text = true}),
};
// clang-format on

constexpr auto impact_assessment_defs = defs(impact_assessment_fields);

constexpr EntityDef impact_assessment_def{
    .id = 20,
    .name = "impact_assessment",
    .label = msgid("Impact assessment"),
    .plural = msgid("Impact assessments"),
    .fields = impact_assessment_defs,
    .reach = Reach::place,
    .scope_via = "place",
    .title = "matter",
    .subtitle = "document",
};

} // namespace

template <>
const EntityDef& def_of<ImpactAssessment>()
{
    return impact_assessment_def;
}

template <>
std::span<const Field<ImpactAssessment>> fields_of<ImpactAssessment>()
{
    return impact_assessment_fields;
}

} // namespace model
