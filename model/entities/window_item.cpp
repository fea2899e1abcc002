#include "model/entities/window_item.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array window_item_fields{
    field<&WindowItem::window>          (1,  "window",     msgid("Window"),            agency,     {.width = 120, .group = msgid("Item at window"), .refers_to = "window"}),
    field<&WindowItem::item>            (2,  "item",       msgid("Item"),              agency,     {.width = 320, .refers_to = "item"}),
    field<&WindowItem::duties>          (3,  "duties",     msgid("Duties"),            agency,     {.width = 120, .choices = window_duties}),
    field<&WindowItem::from>            (4,  "from",       msgid("From"),              agency,     {.width = 100}),
    field<&WindowItem::to>              (5,  "to",         msgid("To"),                agency,     {.width = 100}),
    field<&WindowItem::end_reason>      (6,  "end_reason", msgid("Reason for the end"),agency,     {.longest = 1000}),
    field<&WindowItem::remark>          (7,  "remark",     msgid("Remark"),            agency,     {.long_text = true}),
};
// clang-format on

constexpr auto window_item_defs = defs(window_item_fields);

constexpr std::array<std::string_view, 1> window_item_identity{"window+item+from"};
constexpr std::array<std::string_view, 2> window_item_match{"window+item+from", "window+item"};

constexpr EntityDef window_item_def{
    .id = 7,
    .name = "window_item",
    .label = msgid("Item at window"),
    .plural = msgid("Items at windows"),
    .fields = window_item_defs,
    .reach = Reach::place,
    .scope_via = "window",
    .title = "item",
    .subtitle = "window",
    .end = "to",
    .end_reason = "end_reason",
    .identity = window_item_identity,
    .match = window_item_match,
};

} // namespace

template <>
const EntityDef& def_of<WindowItem>()
{
    return window_item_def;
}

template <>
std::span<const Field<WindowItem>> fields_of<WindowItem>()
{
    return window_item_fields;
}

} // namespace model
