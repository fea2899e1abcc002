#include "model/entities/retention.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array retention_fields{
    field<&Retention::name>     (1, "name",     msgid("Name of the rule"), agency, {.required = true, .width = 220, .group = msgid("Time of keeping")}),
    field<&Retention::subject>  (2, "subject",  msgid("What is kept"),     agency, {.width = 200}),
    field<&Retention::years>    (3, "years",    msgid("Years"),            agency, {.width = 70}),
    field<&Retention::months>   (4, "months",   msgid("Months"),           agency, {.width = 70}),
    field<&Retention::from>     (5, "from",     msgid("In force from"),    agency, {.width = 110}),
    field<&Retention::document> (6, "document", msgid("Document number"),  agency, {.width = 140}),
    field<&Retention::remark>   (7, "remark",   msgid("Remark"),           agency, {.long_text = true}),
};
// clang-format on

constexpr auto retention_defs = defs(retention_fields);

constexpr EntityDef retention_def{
    .id = 22,
    .name = "retention",
    .label = msgid("Time of keeping"),
    .plural = msgid("Times of keeping"),
    .fields = retention_defs,
    .reach = Reach::county,
    .subtitle = "document",
};

} // namespace

template <>
const EntityDef& def_of<Retention>()
{
    return retention_def;
}

template <>
std::span<const Field<Retention>> fields_of<Retention>()
{
    return retention_fields;
}

} // namespace model
