#include "model/entities/handover_check.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array handover_check_fields{
    field<&HandoverCheck::person>  (1, "person",  msgid("Person"),             agency, {.width = 100, .group = msgid("Joining or leaving check"), .refers_to = "person"}),
    field<&HandoverCheck::posting> (2, "posting", msgid("Posting"),            agency, {.width = 140, .refers_to = "posting"}),
    field<&HandoverCheck::kind>    (3, "kind",    msgid("Joining or leaving"), agency, {.width = 80}),
    field<&HandoverCheck::matter>  (4, "matter",  msgid("Matter to settle"),   agency, {.width = 140}),
    field<&HandoverCheck::text>    (10, "text",   msgid("What exactly"),       agency, {.width = 220, .longest = 1000}),
    field<&HandoverCheck::due>     (5, "due",     msgid("Due on"),             agency, {.width = 100}),
    field<&HandoverCheck::done>    (6, "done",    msgid("Settled"),            agency, {.width = 80}),
    field<&HandoverCheck::done_on> (7, "done_on", msgid("Settled on"),         agency, {.width = 100, .past = true}),
    field<&HandoverCheck::done_by> (8, "done_by", msgid("Settled by"),         agency, {.width = 100}),
    field<&HandoverCheck::remark>  (9, "remark",  msgid("Remark"),             shared, {.long_text = true}),
};
// clang-format on

constexpr auto handover_check_defs = defs(handover_check_fields);

constexpr std::array<std::string_view, 2> handover_check_match{
    "person+kind+matter+text", "person+kind+matter"};

constexpr EntityDef handover_check_def{
    .id = 36,
    .name = "handover_check",
    .label = msgid("Joining or leaving check"),
    .plural = msgid("Joining and leaving"),
    .fields = handover_check_defs,
    .reach = Reach::place,
    .scope_via = "person",
    .home_via = "person",
    .title = "person",
    .subtitle = "matter",
    .match = handover_check_match,
};

} // namespace

template <>
const EntityDef& def_of<HandoverCheck>()
{
    return handover_check_def;
}

template <>
std::span<const Field<HandoverCheck>> fields_of<HandoverCheck>()
{
    return handover_check_fields;
}

} // namespace model
