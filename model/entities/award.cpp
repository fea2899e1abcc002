#include "model/entities/award.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array award_fields{
    field<&Award::person>         (1,  "person",         msgid("Person"),                         agency, {.width = 100, .group = msgid("Award or discipline"), .refers_to = "person"}),
    field<&Award::kind>           (2,  "kind",           msgid("Kind of award or measure"),       agency, {.width = 110}),
    field<&Award::name>           (3,  "name",           msgid("Name of the award or measure"),   agency, {.width = 200}),
    field<&Award::reason>         (4,  "reason",         msgid("Reason of the award or measure"), agency, {.long_text = true}),
    field<&Award::decided_by>     (5,  "decided_by",     msgid("Decided by"),                     agency, {.width = 150}),
    field<&Award::decided>        (6,  "decided",        msgid("Decided on"),                     agency, {.width = 100, .past = true}),
    field<&Award::document>       (7,  "document",       msgid("Document number"),                agency, {.width = 140}),
    field<&Award::effect_until>   (8,  "effect_until",   msgid("In effect until"),                agency, {.width = 100}),
    field<&Award::revoked>        (9,  "revoked",        msgid("Revoked on"),                     agency),
    field<&Award::revoked_reason> (10, "revoked_reason", msgid("Why revoked"),                    agency, {.longest = 1000}),
    field<&Award::remark>         (11, "remark",         msgid("Remark"),                         shared, {.long_text = true}),
};
// clang-format on

constexpr auto award_defs = defs(award_fields);

constexpr std::array<std::string_view, 1> award_match{"person+kind+decided"};

constexpr EntityDef award_def{
    .id = 35,
    .name = "award",
    .label = msgid("Award or discipline"),
    .plural = msgid("Awards and discipline"),
    .fields = award_defs,
    .reach = Reach::place,
    .scope_via = "person",
    .home_via = "person",
    .title = "person",
    .subtitle = "kind",
    .end = "revoked",
    .end_reason = "revoked_reason",
    .match = award_match,
};

} // namespace

template <>
const EntityDef& def_of<Award>()
{
    return award_def;
}

template <>
std::span<const Field<Award>> fields_of<Award>()
{
    return award_fields;
}

} // namespace model
