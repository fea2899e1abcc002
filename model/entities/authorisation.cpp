#include "model/entities/authorisation.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array authorisation_fields{
    field<&Authorisation::unit>        (1,  "unit",        msgid("Unit"),                    home_unit, {.width = 170, .group = msgid("Authorisation"), .refers_to = "unit"}),
    field<&Authorisation::person>      (2,  "person",      msgid("Chief representative"),    home_unit, {.width = 110, .refers_to = "person"}),
    field<&Authorisation::power>       (3,  "power",       msgid("Extent"),                  home_unit, {.width = 100}),
    field<&Authorisation::appointment> (4,  "appointment", msgid("Appointment number"),      home_unit, {.width = 140}),
    field<&Authorisation::appointed>   (5,  "appointed",   msgid("Appointed on"),            home_unit, {.width = 100, .past = true}),
    field<&Authorisation::document>    (6,  "document",    msgid("Authorisation number"),    home_unit, {.width = 140}),
    field<&Authorisation::seal>        (7,  "seal",        msgid("Keeps the approval seal"), home_unit, {.width = 90}),
    field<&Authorisation::filed>       (8,  "filed",       msgid("Filed on"),                agency,    {.past = true}),
    field<&Authorisation::scope_text>  (9,  "scope_text",  msgid("Powers in words"),         home_unit, {.long_text = true}),
    field<&Authorisation::from>        (10, "from",        msgid("From"),                    home_unit, {.width = 100, .group = msgid("Validity")}),
    field<&Authorisation::to>          (11, "to",          msgid("To"),                      home_unit, {.width = 100}),
    field<&Authorisation::end_reason>  (12, "end_reason",  msgid("Reason for the end"),      home_unit, {.longest = 1000}),
    field<&Authorisation::remark>      (13, "remark",      msgid("Remark"),                  shared,    {.long_text = true}),
};
// clang-format on

constexpr auto authorisation_defs = defs(authorisation_fields);

constexpr std::array<std::string_view, 3> authorisation_match{
    "document", "unit+person+from", "unit+person"};

constexpr EntityDef authorisation_def{
    .id = 30,
    .name = "authorisation",
    .label = msgid("Authorisation"),
    .plural = msgid("Authorisations"),
    .fields = authorisation_defs,
    .reach = Reach::place,
    .scope_via = "person",
    .home_via = "unit",
    .title = "person",
    .subtitle = "unit",
    .end = "to",
    .end_reason = "end_reason",
    .match = authorisation_match,
};

} // namespace

template <>
const EntityDef& def_of<Authorisation>()
{
    return authorisation_def;
}

template <>
std::span<const Field<Authorisation>> fields_of<Authorisation>()
{
    return authorisation_fields;
}

} // namespace model
