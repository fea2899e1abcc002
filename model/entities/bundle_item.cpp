#include "model/entities/bundle_item.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array bundle_item_fields{
    field<&BundleItem::bundle>  (1, "bundle",  msgid("Bundle"),              agency, {.width = 180, .group = msgid("Item of a bundle"), .refers_to = "bundle"}),
    field<&BundleItem::item>    (2, "item",    msgid("Item"),                agency, {.width = 260, .refers_to = "item"}),
    field<&BundleItem::unit>    (3, "unit",    msgid("Unit"),                agency, {.width = 150, .refers_to = "unit"}),
    field<&BundleItem::part>    (4, "part",    msgid("Part of the unit"),    agency, {.width = 80}),
    field<&BundleItem::contact> (5, "contact", msgid("Back-office contact"), agency, {.width = 110}),
    field<&BundleItem::phone>   (6, "phone",   msgid("Phone"),               agency, {.width = 120}),
    field<&BundleItem::days>    (7, "days",    msgid("Working days"),        agency, {.width = 80}),
    field<&BundleItem::order>   (8, "order",   msgid("Position"),            agency, {.width = 60}),
    field<&BundleItem::remark>  (9, "remark",  msgid("Remark"),              shared, {.long_text = true}),
};
// clang-format on

constexpr auto bundle_item_defs = defs(bundle_item_fields);

constexpr std::array<std::string_view, 1> bundle_item_match{"bundle+item"};

constexpr EntityDef bundle_item_def{
    .id = 59,
    .name = "bundle_item",
    .label = msgid("Item of a bundle"),
    .plural = msgid("Items of bundles"),
    .fields = bundle_item_defs,
    .title = "item",
    .subtitle = "bundle",
    .match = bundle_item_match,
};

} // namespace

template <>
const EntityDef& def_of<BundleItem>()
{
    return bundle_item_def;
}

template <>
std::span<const Field<BundleItem>> fields_of<BundleItem>()
{
    return bundle_item_fields;
}

} // namespace model
