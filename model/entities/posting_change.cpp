#include "model/entities/posting_change.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array posting_change_fields{
    field<&PostingChange::posting>        (1,  "posting",        msgid("Posting"),                    home_unit, {.width = 150, .group = msgid("Change of posting"), .refers_to = "posting"}),
    field<&PostingChange::person>         (2,  "person",         msgid("Person"),                     home_unit, {.width = 100, .refers_to = "person"}),
    field<&PostingChange::kind>           (3,  "kind",           msgid("Kind of change"),             home_unit, {.width = 100}),
    field<&PostingChange::asked_by>       (4,  "asked_by",       msgid("Asked for by"),               home_unit, {.width = 90}),
    field<&PostingChange::requested>      (5,  "requested",      msgid("Requested on"),               home_unit, {.width = 100, .past = true}),
    field<&PostingChange::wanted>         (6,  "wanted",         msgid("Wanted from"),                home_unit, {.width = 100}),
    field<&PostingChange::reason>         (7,  "reason",         msgid("Reason of the change"),       home_unit, {.long_text = true}),
    field<&PostingChange::successor>      (8,  "successor",      msgid("Successor"),                  home_unit, {.width = 100, .refers_to = "person"}),
    field<&PostingChange::document>       (9,  "document",       msgid("Document number"),            home_unit, {.width = 140}),
    field<&PostingChange::unit_opinion>   (10, "unit_opinion",   msgid("Opinion of the unit"),        home_unit, {.long_text = true, .group = msgid("Opinions and result")}),
    field<&PostingChange::office_opinion> (11, "office_opinion", msgid("Opinion of the hall office"), agency,    {.long_text = true}),
    field<&PostingChange::answered>       (12, "answered",       msgid("Answered on"),                agency,    {.width = 100, .past = true}),
    field<&PostingChange::state>          (13, "state",          msgid("State of the request"),       agency,    {.width = 90}),
    field<&PostingChange::settled>        (14, "settled",        msgid("Carried out on"),             agency,    {.width = 100, .past = true}),
    field<&PostingChange::remark>         (15, "remark",         msgid("Remark"),                     shared,    {.long_text = true}),
    field<&PostingChange::status_from>    (16, "status_from",    msgid("Status before"),              agency,    {.width = 90, .group = msgid("Change of status")}),
    field<&PostingChange::status_to>      (17, "status_to",      msgid("Status after"),               agency,    {.width = 90}),
    field<&PostingChange::until>          (18, "until",          msgid("Expected until"),             agency,    {.width = 100}),
    field<&PostingChange::approver>       (19, "approver",       msgid("Approved by"),                agency),
};
// clang-format on

constexpr auto posting_change_defs = defs(posting_change_fields);

constexpr std::array<std::string_view, 2> posting_change_match{
    "posting+kind+requested", "person+kind+requested"};

constexpr EntityDef posting_change_def{
    .id = 62,
    .name = "posting_change",
    .label = msgid("Change of posting"),
    .plural = msgid("Changes of postings"),
    .fields = posting_change_defs,
    .reach = Reach::place,
    .scope_via = "posting",
    .home_via = "posting",
    .title = "person",
    .subtitle = "kind",
    .match = posting_change_match,
};

} // namespace

template <>
const EntityDef& def_of<PostingChange>()
{
    return posting_change_def;
}

template <>
std::span<const Field<PostingChange>> fields_of<PostingChange>()
{
    return posting_change_fields;
}

} // namespace model
