#include "model/entities/item_fee.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array item_fee_fields{
    field<&ItemFee::item>       (1,  "item",       msgid("Item"),               agency, {.width = 260, .group = msgid("Fee of an item"), .refers_to = "item"}),
    field<&ItemFee::name>       (2,  "name",       msgid("Name of the fee"),    agency, {.width = 180}),
    field<&ItemFee::amount>     (3,  "amount",     msgid("Amount (yuan)"),      agency, {.width = 90, .scale = 2}),
    field<&ItemFee::per>        (4,  "per",        msgid("Charged per"),        agency, {.width = 90}),
    field<&ItemFee::basis>      (5,  "basis",      msgid("Basis of the fee"),   agency, {.width = 200, .longest = 2000}),
    field<&ItemFee::reduction>  (6,  "reduction",  msgid("Reductions"),         agency, {.longest = 1000}),
    field<&ItemFee::from>       (7,  "from",       msgid("From"),               agency, {.width = 100}),
    field<&ItemFee::to>         (8,  "to",         msgid("To"),                 agency, {.width = 100}),
    field<&ItemFee::end_reason> (9,  "end_reason", msgid("Reason for the end"), agency, {.longest = 1000}),
    field<&ItemFee::remark>     (10, "remark",     msgid("Remark"),             shared, {.long_text = true}),
};
// clang-format on

constexpr auto item_fee_defs = defs(item_fee_fields);

constexpr std::array<std::string_view, 2> item_fee_match{"item+name+from", "item+name"};

constexpr EntityDef item_fee_def{
    .id = 61,
    .name = "item_fee",
    .label = msgid("Fee of an item"),
    .plural = msgid("Fees of items"),
    .fields = item_fee_defs,
    .title = "name",
    .subtitle = "item",
    .end = "to",
    .end_reason = "end_reason",
    .match = item_fee_match,
};

} // namespace

template <>
const EntityDef& def_of<ItemFee>()
{
    return item_fee_def;
}

template <>
std::span<const Field<ItemFee>> fields_of<ItemFee>()
{
    return item_fee_fields;
}

} // namespace model
