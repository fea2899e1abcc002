#include "model/entities/item.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array item_fields{
    field<&Item::code>                      (1,  "code",                 msgid("Item code"),                 upstream,   {.required = true, .width = 220, .group = msgid("Item")}),
    field<&Item::name>                      (2,  "name",                 msgid("Item name"),                 upstream,   {.required = true, .width = 320, .longest = 1000}),
    field<&Item::unit>                      (3,  "unit",                 msgid("Unit"),                      upstream,   {.width = 160, .refers_to = "unit"}),
    field<&Item::type>                      (4,  "type",                 msgid("Item type"),                 upstream,   {.width = 110}),
    field<&Item::main_item>                 (5,  "main_item",            msgid("Main item"),                 upstream,   {.width = 160, .longest = 1000}),
    field<&Item::part_of>                   (38,  "part_of",              msgid("Part of"),                    upstream,   {.width = 160, .refers_to = "item"}),
    field<&Item::layer>                     (39,  "layer",                msgid("Layer"),                      upstream,   {.width = 90}),
    field<&Item::implementer_code>          (6,  "implementer_code",     msgid("Implementer code"),          upstream),
    field<&Item::implementer_kind>          (44,  "implementer_kind",     msgid("Kind of implementer"),        upstream),
    field<&Item::power_source>              (43,  "power_source",         msgid("Source of the power"),        upstream),
    field<&Item::entrusted>                 (45,  "entrusted",            msgid("Entrusted unit"),             upstream,   {.longest = 1000}),
    field<&Item::joint_units>               (46,  "joint_units",          msgid("Units handling it jointly"),  upstream,   {.longest = 1000}),
    field<&Item::region>                    (7,  "region",               msgid("Division code"),             upstream),
    field<&Item::basic_code>                (8,  "basic_code",           msgid("Basic code"),                upstream),
    field<&Item::local_basic_code>          (40,  "local_basic_code",     msgid("Local basic code"),           upstream),
    field<&Item::local_code>                (41,  "local_code",           msgid("Local item code"),            upstream),
    field<&Item::handling_code>             (42,  "handling_code",        msgid("Code of the handling item"),  upstream),
    field<&Item::levels>                    (9,  "levels",               msgid("Levels"),                    upstream,   {.choices = item_levels}),
    field<&Item::basis>                     (10, "basis",                msgid("Legal basis"),               upstream,   {.long_text = true}),
    field<&Item::legal_days>                (11, "legal_days",           msgid("Legal limit"),               upstream,   {.group = msgid("Handling")}),
    field<&Item::legal_unit>                (12, "legal_unit",           msgid("Unit of the legal limit"),   upstream),
    field<&Item::legal_note>                (47,  "legal_note",           msgid("Note on the legal limit"),    upstream,   {.longest = 5000}),
    field<&Item::promised_days>             (13, "promised_days",        msgid("Promised limit"),            agency),
    field<&Item::promised_unit>             (14, "promised_unit",        msgid("Unit of the promised limit"),agency),
    field<&Item::promised_note>             (48,  "promised_note",        msgid("Note on the promised limit"), agency,     {.longest = 5000}),
    field<&Item::handling>                  (15, "handling",             msgid("Kind of handling"),          upstream),
    field<&Item::forms>                     (16, "forms",                msgid("Ways of handling"),          agency,     {.choices = item_forms}),
    field<&Item::objects>                   (17, "objects",              msgid("Whom it serves"),            upstream,   {.choices = item_objects}),
    field<&Item::visits>                    (18, "visits",               msgid("Visits needed"),             agency),
    field<&Item::visit_reason>              (49,  "visit_reason",         msgid("Why people must come"),       agency,     {.longest = 5000}),
    field<&Item::fee>                       (19, "fee",                  msgid("Fee"),                       upstream),
    field<&Item::fee_basis>                 (20, "fee_basis",            msgid("Basis of the fee"),          upstream,   {.longest = 5000}),
    field<&Item::served_area>               (21, "served_area",          msgid("Served area"),               agency),
    field<&Item::online>                    (22, "online",               msgid("Can be done online"),        agency),
    field<&Item::online_depth>              (50,  "online_depth",         msgid("Depth of handling online"),   agency,     {.longest = 1000}),
    field<&Item::booking>                   (51,  "booking",              msgid("Can be booked"),              agency),
    field<&Item::pays_online>               (52,  "pays_online",          msgid("Can be paid online"),         agency),
    field<&Item::by_courier>                (53,  "by_courier",           msgid("Sent by courier"),            agency),
    field<&Item::at_terminals>              (54,  "at_terminals",         msgid("At self-service terminals"),  agency),
    field<&Item::stationing>                (23, "stationing",           msgid("Stationing"),                agency,     {.width = 90, .group = msgid("At the hall")}),
    field<&Item::not_stationed_reason>      (24, "not_stationed_reason", msgid("Reason for not stationing"), agency),
    field<&Item::approval_document>         (25, "approval_document",    msgid("Approval document"),         agency),
    field<&Item::approved>                  (26, "approved",             msgid("Approved on"),               agency,     {.past = true}),
    field<&Item::hall_name>                 (56,  "hall_name",            msgid("Name of the hall"),           agency,     {.longest = 1000}),
    field<&Item::town_code>                 (57,  "town_code",            msgid("Code of the township"),       upstream),
    field<&Item::village_code>              (58,  "village_code",         msgid("Code of the village"),        upstream),
    field<&Item::handled_at>                (27, "handled_at",           msgid("Handled at"),                agency,     {.longest = 5000}),
    field<&Item::handled_time>              (28, "handled_time",         msgid("Handled when"),              agency,     {.longest = 5000}),
    field<&Item::enquiries>                 (29, "enquiries",            msgid("Where to enquire"),          agency,     {.longest = 5000}),
    field<&Item::complaints>                (30, "complaints",           msgid("Where to complain"),         agency,     {.longest = 5000}),
    field<&Item::result_kind>               (55,  "result_kind",          msgid("Kind of result"),             upstream,   {.longest = 1000}),
    field<&Item::result_name>               (31, "result_name",          msgid("Result document"),           upstream,   {.longest = 5000}),
    field<&Item::state>                     (32, "state",                msgid("Item state"),                upstream,   {.width = 80, .group = msgid("Version")}),
    field<&Item::version>                   (33, "version",              msgid("Version"),                   upstream),
    field<&Item::effective>                 (34, "effective",            msgid("Effective from"),            upstream),
    field<&Item::cancelled>                 (35, "cancelled",            msgid("Cancelled on"),              upstream),
    field<&Item::cancelled_reason>          (36, "cancelled_reason",     msgid("Reason for cancelling"),     upstream,   {.longest = 1000}),
    field<&Item::remark>                    (37, "remark",               msgid("Remark"),                    agency,     {.long_text = true}),
};
// clang-format on

constexpr auto item_defs = defs(item_fields);

constexpr std::array<std::string_view, 1> item_identity{"code"};
constexpr std::array<std::string_view, 1> item_match{"code"};

constexpr EntityDef item_def{
    .id = 6,
    .name = "item",
    .label = msgid("Item"),
    .plural = msgid("Items"),
    .fields = item_defs,
    .subtitle = "code",
    .end = "cancelled",
    .end_reason = "cancelled_reason",
    .over_field = "state",
    .over_code = "cancelled",
    .identity = item_identity,
    .match = item_match,
    .anyone_creates = true,
};

} // namespace

template <>
const EntityDef& def_of<Item>()
{
    return item_def;
}

template <>
std::span<const Field<Item>> fields_of<Item>()
{
    return item_fields;
}

} // namespace model
