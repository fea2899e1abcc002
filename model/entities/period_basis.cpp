#include "model/entities/period_basis.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array period_basis_fields{
    field<&PeriodBasis::period>  (1, "period", msgid("Assessment period"), agency, {.required = true, .refers_to = "period"}),
    field<&PeriodBasis::part>    (2, "part", msgid("Part"), agency, {.required = true}),
    field<&PeriodBasis::content> (3, "content", msgid("What the scores rest on"), agency, {.longest = longest_basis_part}),
};
// clang-format on

constexpr auto period_basis_defs = defs(period_basis_fields);

constexpr std::array<std::string_view, 1> period_basis_identity{"period+part"};

constexpr EntityDef period_basis_def{
    .id = 88,
    .name = "period_basis",
    .label = msgid("Basis of scores"),
    .plural = msgid("Bases of scores"),
    .fields = period_basis_defs,
    .reach = Reach::place,
    .scope_via = "period",
    .title = "period",
    .identity = period_basis_identity,
    .hidden = true,
};

} // namespace

template <>
const EntityDef& def_of<PeriodBasis>()
{
    return period_basis_def;
}

template <>
std::span<const Field<PeriodBasis>> fields_of<PeriodBasis>()
{
    return period_basis_fields;
}

} // namespace model
