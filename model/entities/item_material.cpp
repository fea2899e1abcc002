#include "model/entities/item_material.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array item_material_fields{
    field<&ItemMaterial::item>      (1, "item",      msgid("Item"),                 agency, {.width = 260, .group = msgid("Material of an item"), .refers_to = "item"}),
    field<&ItemMaterial::name>      (2, "name",      msgid("Name of the material"), agency, {.width = 220}),
    field<&ItemMaterial::form>      (3, "form",      msgid("Form of the material"), agency, {.width = 100}),
    field<&ItemMaterial::copies>    (4, "copies",    msgid("Copies"),               agency, {.width = 70}),
    field<&ItemMaterial::need>      (5, "need",      msgid("Needed"),               agency, {.width = 90}),
    field<&ItemMaterial::source>    (6, "source",    msgid("Comes from"),           agency, {.width = 120}),
    field<&ItemMaterial::basis>     (7, "basis",     msgid("Basis of the demand"),  agency, {.longest = 2000}),
    field<&ItemMaterial::condition> (8, "condition", msgid("In which case"),        agency, {.longest = 1000}),
    field<&ItemMaterial::remark>    (9, "remark",    msgid("Remark"),               shared, {.long_text = true}),
};
// clang-format on

constexpr auto item_material_defs = defs(item_material_fields);

constexpr std::array<std::string_view, 1> item_material_match{"item+name"};

constexpr EntityDef item_material_def{
    .id = 60,
    .name = "item_material",
    .label = msgid("Material of an item"),
    .plural = msgid("Materials of items"),
    .fields = item_material_defs,
    .title = "name",
    .subtitle = "item",
    .match = item_material_match,
};

} // namespace

template <>
const EntityDef& def_of<ItemMaterial>()
{
    return item_material_def;
}

template <>
std::span<const Field<ItemMaterial>> fields_of<ItemMaterial>()
{
    return item_material_fields;
}

} // namespace model
