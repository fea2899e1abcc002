#include "model/entities/commitment.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array commitment_fields{
    field<&Commitment::person>    (1, "person",    msgid("Person"),    agency, {.width = 100, .group = msgid("Commitment letter"), .refers_to = "person"}),
    field<&Commitment::unit>      (2, "unit",      msgid("Unit"),      agency, {.width = 160, .refers_to = "unit"}),
    field<&Commitment::year>      (3, "year",      msgid("Year"),      agency, {.width = 70}),
    field<&Commitment::kind>      (4, "kind",      msgid("Signs as"),  agency, {.width = 110}),
    field<&Commitment::signed_on> (5, "signed_on", msgid("Signed on"), agency, {.width = 100, .past = true}),
    field<&Commitment::kept_at>   (6, "kept_at",   msgid("Kept at"),   agency, {.width = 120}),
    field<&Commitment::remark>    (7, "remark",    msgid("Remark"),    shared, {.long_text = true}),
};
// clang-format on

constexpr auto commitment_defs = defs(commitment_fields);

constexpr std::array<std::string_view, 1> commitment_match{"person+year"};

constexpr EntityDef commitment_def{
    .id = 47,
    .name = "commitment",
    .label = msgid("Commitment letter"),
    .plural = msgid("Commitment letters"),
    .fields = commitment_defs,
    .reach = Reach::place,
    .scope_via = "person",
    .home_via = "person",
    .title = "person",
    .subtitle = "year",
    .match = commitment_match,
};

} // namespace

template <>
const EntityDef& def_of<Commitment>()
{
    return commitment_def;
}

template <>
std::span<const Field<Commitment>> fields_of<Commitment>()
{
    return commitment_fields;
}

} // namespace model
