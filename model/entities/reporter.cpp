#include "model/entities/reporter.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array reporter_fields{
    field<&Reporter::name>      (1, "name",      msgid("Name"),                      agency, {.personal = true, .width = 110, .group = msgid("Complainant")}),
    field<&Reporter::phone>     (2, "phone",     msgid("Phone"),                     agency, {.personal = true, .width = 130}),
    field<&Reporter::address>   (3, "address",   msgid("Address"),                   agency, {.personal = true, .width = 180}),
    field<&Reporter::complaint> (4, "complaint", msgid("Complaint"),                 agency, {.width = 200, .refers_to = "complaint"}),
    field<&Reporter::tip>       (5, "tip",       msgid("Tip"),                       agency, {.width = 130, .refers_to = "tip"}),
    field<&Reporter::wishes>    (6, "wishes",    msgid("Wishes to stay unknown to"), agency, {.width = 150}),
    field<&Reporter::remark>    (7, "remark",    msgid("Remark"),                    shared, {.long_text = true}),
};
// clang-format on

constexpr auto reporter_defs = defs(reporter_fields);

constexpr std::array<std::string_view, 2> reporter_match{"complaint+name", "tip+name"};

constexpr EntityDef reporter_def{
    .id = 66,
    .name = "reporter",
    .label = msgid("Complainant"),
    .plural = msgid("Complainants"),
    .fields = reporter_defs,
    .reach = Reach::restricted,
    .title = "complaint",
    .subtitle = "tip",
    .match = reporter_match,
};

} // namespace

template <>
const EntityDef& def_of<Reporter>()
{
    return reporter_def;
}

template <>
std::span<const Field<Reporter>> fields_of<Reporter>()
{
    return reporter_fields;
}

} // namespace model
