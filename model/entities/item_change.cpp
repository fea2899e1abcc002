#include "model/entities/item_change.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array item_change_fields{
    field<&ItemChange::name>              (1,  "name",              msgid("Item concerned"),        home_unit, {.width = 260, .group = msgid("Request")}),
    field<&ItemChange::item>              (2,  "item",              msgid("Item"),                  home_unit, {.width = 200, .refers_to = "item"}),
    field<&ItemChange::unit>              (3,  "unit",              msgid("Unit"),                  home_unit, {.width = 150, .refers_to = "unit"}),
    field<&ItemChange::kind>              (4,  "kind",              msgid("Change asked for"),      home_unit, {.width = 100}),
    field<&ItemChange::requested>         (5,  "requested",         msgid("Applied for on"),        home_unit, {.width = 100, .past = true}),
    field<&ItemChange::request_document>  (6,  "request_document",  msgid("Request number"),        home_unit, {.width = 130}),
    field<&ItemChange::reason>            (7,  "reason",            msgid("Grounds of the change"), home_unit, {.long_text = true}),
    field<&ItemChange::reviewed>          (8,  "reviewed",          msgid("Reviewed on"),           agency,    {.width = 100, .past = true, .group = msgid("Review and approval")}),
    field<&ItemChange::review_opinion>    (9,  "review_opinion",    msgid("Opinion of the review"), agency,    {.long_text = true}),
    field<&ItemChange::approved>          (10, "approved",          msgid("Approved on"),           agency,    {.width = 100, .past = true}),
    field<&ItemChange::approval_document> (11, "approval_document", msgid("Approval document"),     agency,    {.width = 140}),
    field<&ItemChange::published>         (12, "published",         msgid("Published on"),          agency,    {.width = 100, .past = true}),
    field<&ItemChange::published_at>      (13, "published_at",      msgid("Published where"),       agency),
    field<&ItemChange::effective>         (14, "effective",         msgid("Effective from"),        agency,    {.width = 100}),
    field<&ItemChange::state>             (15, "state",             msgid("Stage"),                 agency,    {.width = 90}),
    field<&ItemChange::new_version>       (17,  "new_version",       msgid("New version"),           agency,    {.group = msgid("From that day on")}),
    field<&ItemChange::new_name>          (18,  "new_name",          msgid("New item name"),         agency,    {.longest = 1000}),
    field<&ItemChange::new_unit>          (19,  "new_unit",          msgid("New unit"),              agency,    {.refers_to = "unit"}),
    field<&ItemChange::new_legal_days>    (20,  "new_legal_days",    msgid("New legal limit"),       agency),
    field<&ItemChange::new_legal_unit>    (21,  "new_legal_unit",    msgid("Unit of the new legal limit"),agency),
    field<&ItemChange::new_promised_days> (22,  "new_promised_days", msgid("New promised limit"),    agency),
    field<&ItemChange::new_promised_unit> (23,  "new_promised_unit", msgid("Unit of the new promised limit"),agency),
    field<&ItemChange::new_handling>      (24,  "new_handling",      msgid("New kind of handling"),  agency),
    field<&ItemChange::merged_into>       (25,  "merged_into",       msgid("Merged into"),           agency,    {.refers_to = "item"}),
    field<&ItemChange::carried_out>       (26,  "carried_out",       msgid("Change made on"),        agency,    {.past = true}),
    field<&ItemChange::remark>            (16, "remark",            msgid("Remark"),                shared,    {.long_text = true}),
};
// clang-format on

constexpr auto item_change_defs = defs(item_change_fields);

constexpr std::array<std::string_view, 2> item_change_match{
    "request_document+name", "name+kind+requested"};

constexpr EntityDef item_change_def{
    .id = 37,
    .name = "item_change",
    .label = msgid("Change of an item"),
    .plural = msgid("Changes of items"),
    .fields = item_change_defs,
    .home_via = "unit",
    .title = "name",
    .subtitle = "kind",
    .match = item_change_match,
};

} // namespace

template <>
const EntityDef& def_of<ItemChange>()
{
    return item_change_def;
}

template <>
std::span<const Field<ItemChange>> fields_of<ItemChange>()
{
    return item_change_fields;
}

} // namespace model
