#include "model/entities/negative_entry.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array negative_entry_fields{
    field<&NegativeEntry::name>              (1,  "name",              msgid("Name of the item"),      home_unit, {.required = true, .width = 260, .group = msgid("Request")}),
    field<&NegativeEntry::item>              (2,  "item",              msgid("Item"),                  home_unit, {.width = 200, .refers_to = "item"}),
    field<&NegativeEntry::unit>              (3,  "unit",              msgid("Unit"),                  home_unit, {.width = 150, .refers_to = "unit"}),
    field<&NegativeEntry::reason>            (4,  "reason",            msgid("Reason not to station"), home_unit, {.width = 110}),
    field<&NegativeEntry::explanation>       (5,  "explanation",       msgid("Explanation"),           home_unit, {.long_text = true}),
    field<&NegativeEntry::edition>           (6,  "edition",           msgid("Edition of the list"),   agency,    {.width = 100}),
    field<&NegativeEntry::requested>         (7,  "requested",         msgid("Applied for on"),        home_unit, {.width = 100, .past = true}),
    field<&NegativeEntry::request_document>  (8,  "request_document",  msgid("Request number"),        home_unit),
    field<&NegativeEntry::reviewed>          (9,  "reviewed",          msgid("Reviewed on"),           agency,    {.width = 100, .past = true, .group = msgid("Review and approval")}),
    field<&NegativeEntry::review_opinion>    (10, "review_opinion",    msgid("Opinion of the review"), agency,    {.long_text = true}),
    field<&NegativeEntry::approved>          (11, "approved",          msgid("Approved on"),           agency,    {.width = 100, .past = true}),
    field<&NegativeEntry::approval_document> (12, "approval_document", msgid("Approval document"),     agency,    {.width = 140}),
    field<&NegativeEntry::published>         (13, "published",         msgid("Published on"),          agency,    {.width = 100, .past = true}),
    field<&NegativeEntry::effective>         (14, "effective",         msgid("Effective from"),        agency,    {.width = 100}),
    field<&NegativeEntry::state>             (15, "state",             msgid("Stage"),                 agency,    {.width = 90}),
    field<&NegativeEntry::to>                (16, "to",                msgid("Removed on"),            agency,    {.width = 100}),
    field<&NegativeEntry::end_reason>        (17, "end_reason",        msgid("Why removed"),           agency,    {.longest = 1000}),
    field<&NegativeEntry::remark>            (18, "remark",            msgid("Remark"),                shared,    {.long_text = true}),
};
// clang-format on

constexpr auto negative_entry_defs = defs(negative_entry_fields);

constexpr std::array<std::string_view, 2> negative_entry_match{"name+unit+edition", "name+unit"};

constexpr EntityDef negative_entry_def{
    .id = 38,
    .name = "negative_entry",
    .label = msgid("Entry of the negative list"),
    .plural = msgid("Negative list"),
    .fields = negative_entry_defs,
    .home_via = "unit",
    .title = "name",
    .subtitle = "unit",
    .end = "to",
    .end_reason = "end_reason",
    .over_field = "state",
    .over_code = "withdrawn",
    .match = negative_entry_match,
};

} // namespace

template <>
const EntityDef& def_of<NegativeEntry>()
{
    return negative_entry_def;
}

template <>
std::span<const Field<NegativeEntry>> fields_of<NegativeEntry>()
{
    return negative_entry_fields;
}

} // namespace model
