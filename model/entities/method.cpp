#include "model/entities/method.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array method_fields{
    field<&Method::name>       (1, "name", msgid("Name of the method"), agency, {.required = true, .width = 240, .longest = 200, .group = msgid("Assessment method")}),
    field<&Method::code>       (2, "code", msgid("Short name of the method"), agency, {.required = true, .width = 130}),
    field<&Method::version>    (3, "version", msgid("Version"), agency, {.width = 90}),
    field<&Method::objects>    (4, "objects", msgid("Objects"), agency, {.width = 140, .choices = choices_of<AssessedKind>}),
    field<&Method::period>     (5, "period", msgid("Period"), agency, {.width = 80}),
    field<&Method::from>       (6, "from", msgid("Valid from"), agency, {.width = 100}),
    field<&Method::to>         (7, "to", msgid("Valid to"), agency, {.width = 100}),
    field<&Method::end_reason> (8, "end_reason", msgid("Reason for the end"), agency),
    field<&Method::lines>      (9, "lines", msgid("Rules"), agency, {.width = 70}),
    field<&Method::partial>    (10, "partial", msgid("Published in part"), agency, {.width = 80}),
    field<&Method::document>   (11, "document", msgid("Source of the method"), agency, {.width = 220, .longest = 400}),
    field<&Method::remark>     (12, "remark", msgid("Remark"), agency, {.long_text = true}),
};
// clang-format on

constexpr auto method_defs = defs(method_fields);

constexpr std::array<std::string_view, 1> method_identity{"code+version"};

constexpr EntityDef method_def{
    .id = 80,
    .name = "method",
    .label = msgid("Assessment method"),
    .plural = msgid("Assessment methods"),
    .fields = method_defs,
    .reach = Reach::county,
    .title = "name",
    .subtitle = "version",
    .end = "to",
    .end_reason = "end_reason",
    .identity = method_identity,
    .match = method_identity,
};

} // namespace

template <>
const EntityDef& def_of<Method>()
{
    return method_def;
}

template <>
std::span<const Field<Method>> fields_of<Method>()
{
    return method_fields;
}

} // namespace model
