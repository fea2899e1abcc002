#include "model/entities/authorised_item.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array authorised_item_fields{
    field<&AuthorisedItem::authorisation> (1, "authorisation", msgid("Authorisation"),      home_unit, {.width = 150, .group = msgid("Authorised item"), .refers_to = "authorisation"}),
    field<&AuthorisedItem::item>          (2, "item",          msgid("Item"),               home_unit, {.width = 300, .refers_to = "item"}),
    field<&AuthorisedItem::levels>        (3, "levels",        msgid("Steps"),              home_unit, {.width = 160, .choices = authorised_levels}),
    field<&AuthorisedItem::from>          (4, "from",          msgid("From"),               home_unit, {.width = 100}),
    field<&AuthorisedItem::to>            (5, "to",            msgid("To"),                 home_unit, {.width = 100}),
    field<&AuthorisedItem::end_reason>    (6, "end_reason",    msgid("Reason for the end"), home_unit, {.longest = 1000}),
    field<&AuthorisedItem::remark>        (7, "remark",        msgid("Remark"),             shared,    {.long_text = true}),
};
// clang-format on

constexpr auto authorised_item_defs = defs(authorised_item_fields);

constexpr std::array<std::string_view, 1> authorised_item_match{"authorisation+item"};

constexpr EntityDef authorised_item_def{
    .id = 31,
    .name = "authorised_item",
    .label = msgid("Authorised item"),
    .plural = msgid("Authorised items"),
    .fields = authorised_item_defs,
    .reach = Reach::place,
    .scope_via = "authorisation",
    .home_via = "authorisation",
    .title = "item",
    .subtitle = "authorisation",
    .end = "to",
    .end_reason = "end_reason",
    .match = authorised_item_match,
};

} // namespace

template <>
const EntityDef& def_of<AuthorisedItem>()
{
    return authorised_item_def;
}

template <>
std::span<const Field<AuthorisedItem>> fields_of<AuthorisedItem>()
{
    return authorised_item_fields;
}

} // namespace model
