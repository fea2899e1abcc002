#include "model/entities/outlet_item.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array outlet_item_fields{
    field<&OutletItem::place>      (1, "place",      msgid("Place"),              outlet, {.width = 200, .group = msgid("Item at an outlet"), .refers_to = "place"}),
    field<&OutletItem::item>       (2, "item",       msgid("Item"),               outlet, {.width = 280, .refers_to = "item"}),
    field<&OutletItem::mode>       (3, "mode",       msgid("Mode"),               outlet, {.width = 100}),
    field<&OutletItem::person>     (4, "person",     msgid("Contact person"),     outlet, {.width = 100, .refers_to = "person"}),
    field<&OutletItem::from>       (5, "from",       msgid("From"),               outlet, {.width = 100}),
    field<&OutletItem::to>         (6, "to",         msgid("To"),                 outlet, {.width = 100}),
    field<&OutletItem::end_reason> (7, "end_reason", msgid("Reason for the end"), outlet, {.longest = 1000}),
    field<&OutletItem::remark>     (8, "remark",     msgid("Remark"),             shared, {.long_text = true}),
};
// clang-format on

constexpr auto outlet_item_defs = defs(outlet_item_fields);

constexpr std::array<std::string_view, 1> outlet_item_match{"place+item"};

constexpr EntityDef outlet_item_def{
    .id = 39,
    .name = "outlet_item",
    .label = msgid("Item at an outlet"),
    .plural = msgid("Items at outlets"),
    .fields = outlet_item_defs,
    .reach = Reach::place,
    .scope_via = "place",
    .title = "item",
    .subtitle = "place",
    .end = "to",
    .end_reason = "end_reason",
    .match = outlet_item_match,
};

} // namespace

template <>
const EntityDef& def_of<OutletItem>()
{
    return outlet_item_def;
}

template <>
std::span<const Field<OutletItem>> fields_of<OutletItem>()
{
    return outlet_item_fields;
}

} // namespace model
