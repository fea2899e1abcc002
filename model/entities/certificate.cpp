#include "model/entities/certificate.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array certificate_fields{
    field<&Certificate::person>      (1, "person",      msgid("Person"),              home_unit, {.width = 100, .group = msgid("Certificate of skill"), .refers_to = "person"}),
    field<&Certificate::name>        (2, "name",        msgid("Occupation or title"), home_unit, {.width = 220}),
    field<&Certificate::level>       (3, "level",       msgid("Grade"),               home_unit, {.width = 90}),
    field<&Certificate::number>      (4, "number",      msgid("Certificate number"),  home_unit, {.width = 150}),
    field<&Certificate::issuer>      (5, "issuer",      msgid("Certifying body"),     home_unit, {.width = 150}),
    field<&Certificate::issued>      (6, "issued",      msgid("Certified on"),        home_unit, {.width = 100, .past = true}),
    field<&Certificate::valid_until> (7, "valid_until", msgid("Valid until"),         home_unit, {.width = 100}),
    field<&Certificate::remark>      (8, "remark",      msgid("Remark"),              shared,    {.long_text = true}),
};
// clang-format on

constexpr auto certificate_defs = defs(certificate_fields);

constexpr std::array<std::string_view, 2> certificate_match{"number", "person+name"};

constexpr EntityDef certificate_def{
    .id = 63,
    .name = "certificate",
    .label = msgid("Certificate of skill"),
    .plural = msgid("Skill certificates"),
    .fields = certificate_defs,
    .reach = Reach::place,
    .scope_via = "person",
    .home_via = "person",
    .title = "name",
    .subtitle = "number",
    .match = certificate_match,
};

} // namespace

template <>
const EntityDef& def_of<Certificate>()
{
    return certificate_def;
}

template <>
std::span<const Field<Certificate>> fields_of<Certificate>()
{
    return certificate_fields;
}

} // namespace model
