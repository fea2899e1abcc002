#include "model/entities/setting.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array setting_fields{
    field<&Setting::matter>   (1, "matter",   msgid("What is set"),     agency, {.required = true, .width = 260, .group = msgid("Figure of the county")}),
    field<&Setting::value>    (2, "value",    msgid("Figure"),          agency, {.width = 70}),
    field<&Setting::unit>     (3, "unit",     msgid("Counted in"),      agency, {.width = 90}),
    field<&Setting::from>     (4, "from",     msgid("In force from"),   agency, {.width = 110}),
    field<&Setting::document> (5, "document", msgid("Document number"), agency, {.width = 160}),
    field<&Setting::remark>   (6, "remark",   msgid("Remark"),          agency, {.long_text = true}),
};
// clang-format on

constexpr auto setting_defs = defs(setting_fields);

constexpr std::array<std::string_view, 1> setting_match{"matter+from"};

constexpr EntityDef setting_def{
    .id = 52,
    .name = "setting",
    .label = msgid("Limit or deadline"),
    .plural = msgid("Limits and deadlines"),
    .fields = setting_defs,
    .reach = Reach::county,
    .title = "matter",
    .subtitle = "document",
    .match = setting_match,
};

} // namespace

template <>
const EntityDef& def_of<Setting>()
{
    return setting_def;
}

template <>
std::span<const Field<Setting>> fields_of<Setting>()
{
    return setting_fields;
}

} // namespace model
