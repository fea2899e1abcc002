#include "model/entities/provision.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array provision_fields{
    field<&Provision::matter>      (1,  "matter",      msgid("Matter"),               agency, {.required = true, .width = 220, .group = msgid("Provided or entrusted")}),
    field<&Provision::kind>        (2,  "kind",        msgid("Way"),                  agency, {.width = 90}),
    field<&Provision::unit>        (3,  "unit",        msgid("Receiving unit"),       agency, {.width = 150, .refers_to = "unit"}),
    field<&Provision::receiver>    (4,  "receiver",    msgid("Receiver"),             agency, {.width = 150}),
    field<&Provision::place>       (5,  "place",       msgid("Place concerned"),      agency, {.width = 160, .refers_to = "place"}),
    field<&Provision::purpose>     (6,  "purpose",     msgid("Purpose and way"),      agency, {.long_text = true}),
    field<&Provision::information> (7,  "information", msgid("Kinds of information"), agency, {.width = 200, .group = msgid("What it is about"), .choices = information_kinds}),
    field<&Provision::persons>     (8,  "persons",     msgid("Number of people"),     agency, {.width = 80}),
    field<&Provision::legal_basis> (9,  "legal_basis", msgid("Legal basis"),          agency, {.width = 130}),
    field<&Provision::consent>     (10, "consent",     msgid("Consent"),              agency, {.width = 110}),
    field<&Provision::from>        (11, "from",        msgid("From"),                 agency, {.width = 100, .group = msgid("Record")}),
    field<&Provision::to>          (12, "to",          msgid("To"),                   agency, {.width = 100}),
    field<&Provision::document>    (13, "document",    msgid("Document number"),      agency, {.width = 140}),
    field<&Provision::assessment>  (14, "assessment",  msgid("Impact assessment"),    agency, {.width = 160, .refers_to = "impact_assessment"}),
    field<&Provision::keep_until>  (15, "keep_until",  msgid("Keep until"),           agency, {.width = 100}),
    field<&Provision::remark>      (16, "remark",      msgid("Remark"),               agency, {.long_text = true}),
};
// clang-format on

constexpr auto provision_defs = defs(provision_fields);

constexpr EntityDef provision_def{
    .id = 21,
    .name = "provision",
    .label = msgid("Provision record"),
    .plural = msgid("Provided and entrusted"),
    .fields = provision_defs,
    .reach = Reach::place,
    .scope_via = "place",
    .title = "matter",
    .subtitle = "document",
    .end = "to",
};

} // namespace

template <>
const EntityDef& def_of<Provision>()
{
    return provision_def;
}

template <>
std::span<const Field<Provision>> fields_of<Provision>()
{
    return provision_fields;
}

} // namespace model
