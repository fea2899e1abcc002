#include "model/entities/unit.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array unit_fields{
    field<&Unit::name>               (1,  "name",          msgid("Unit name"),         agency,     {.required = true, .width = 220, .group = msgid("Unit")}),
    field<&Unit::short_name>         (2,  "short_name",    msgid("Short name"),        agency,     {.width = 120}),
    field<&Unit::credit_code>        (3,  "credit_code",   msgid("Credit code"),       agency,     {.width = 180}),
    field<&Unit::category>           (4,  "category",      msgid("Category"),          agency,     {.width = 140}),
    field<&Unit::parent>             (5,  "parent",        msgid("Led by"),            agency,     {.refers_to = "unit"}),
    field<&Unit::phone>              (6,  "phone",         msgid("Phone"),             home_unit,  {.width = 120, .group = msgid("Reaching it")}),
    field<&Unit::contact>            (7,  "contact",       msgid("Contact"),           home_unit,  {.width = 100}),
    field<&Unit::address>            (8,  "address",       msgid("Address"),           home_unit),
    field<&Unit::closed>             (9,  "closed",        msgid("Left the hall on"),  agency,     {.group = msgid("End")}),
    field<&Unit::closed_reason>      (10, "closed_reason", msgid("Reason for leaving"),agency,     {.longest = 1000}),
    field<&Unit::remark>             (11, "remark",        msgid("Remark"),            agency,     {.long_text = true}),
};
// clang-format on

constexpr auto unit_defs = defs(unit_fields);

constexpr std::array<std::string_view, 2> unit_identity{"credit_code", "name"};
constexpr std::array<std::string_view, 3> unit_match{"credit_code", "name", "short_name"};

constexpr EntityDef unit_def{
    .id = 2,
    .name = "unit",
    .label = msgid("Unit"),
    .plural = msgid("Units"),
    .fields = unit_defs,
    .home_via = "id",
    .subtitle = "short_name",
    .end = "closed",
    .end_reason = "closed_reason",
    .identity = unit_identity,
    .match = unit_match,
    .anyone_creates = true,
};

} // namespace

template <>
const EntityDef& def_of<Unit>()
{
    return unit_def;
}

template <>
std::span<const Field<Unit>> fields_of<Unit>()
{
    return unit_fields;
}

} // namespace model
