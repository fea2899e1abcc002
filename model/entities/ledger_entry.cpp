#include "model/entities/ledger_entry.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array ledger_entry_fields{
    field<&LedgerEntry::place>           (1, "place", msgid("Place"), agency, {.width = 150, .group = msgid("Entry of the assessment ledger"), .refers_to = "place"}),
    field<&LedgerEntry::method>          (2, "method", msgid("Assessment method"), agency, {.width = 180, .refers_to = "method"}),
    field<&LedgerEntry::kind>            (3, "kind", msgid("Object"), agency, {.width = 90}),
    field<&LedgerEntry::window>          (4, "window", msgid("Window"), agency, {.width = 90, .refers_to = "window"}),
    field<&LedgerEntry::person>          (5, "person", msgid("Person"), agency, {.width = 90, .refers_to = "person"}),
    field<&LedgerEntry::unit>            (6, "unit", msgid("Unit"), agency, {.width = 150, .refers_to = "unit"}),
    field<&LedgerEntry::outlet>          (7, "outlet", msgid("Outlet"), agency, {.width = 150, .refers_to = "place"}),
    field<&LedgerEntry::day>             (8, "day", msgid("Day of the event"), agency, {.width = 100, .past = true}),
    field<&LedgerEntry::line>            (9, "line", msgid("Rule"), agency, {.width = 70}),
    field<&LedgerEntry::text>            (10, "text", msgid("What the rule is about"), agency, {.width = 260, .longest = 500}),
    field<&LedgerEntry::count>           (11, "count", msgid("Count"), agency, {.width = 60}),
    field<&LedgerEntry::minutes>         (12, "minutes", msgid("Minutes"), agency, {.width = 60}),
    field<&LedgerEntry::each>            (13, "each", msgid("Points each"), agency, {.width = 70, .scale = 2}),
    field<&LedgerEntry::points>          (14, "points", msgid("Points"), agency, {.width = 70, .scale = 2}),
    field<&LedgerEntry::adjusts>         (15, "adjusts", msgid("Adjusts the entry"), agency, {.width = 140, .refers_to = "ledger_entry"}),
    field<&LedgerEntry::reason>          (16, "reason", msgid("Reason of the adjustment"), agency, {.width = 160, .longest = 1000}),
    field<&LedgerEntry::approver>        (17, "approver", msgid("Approved by"), agency, {.width = 90}),
    field<&LedgerEntry::recorder>        (18, "recorder", msgid("Recorded by"), agency, {.width = 90}),
    field<&LedgerEntry::recorded>        (19, "recorded", msgid("Recorded on"), agency, {.width = 100, .past = true}),
    field<&LedgerEntry::evidence>        (20, "evidence", msgid("Evidence"), agency, {.width = 140, .longest = 400}),
    field<&LedgerEntry::source>   (21, "source", msgid("Record it comes from"), agency),
    field<&LedgerEntry::remark>          (22, "remark", msgid("Remark"), agency, {.long_text = true}),
};
// clang-format on

constexpr auto ledger_entry_defs = defs(ledger_entry_fields);

constexpr EntityDef ledger_entry_def{
    .id = 82,
    .name = "ledger_entry",
    .label = msgid("Entry of the assessment ledger"),
    .plural = msgid("Assessment ledger"),
    .fields = ledger_entry_defs,
    .reach = Reach::place,
    .scope_via = "place",
    .home_via = "unit",
    .title = "text",
    .subtitle = "day",
};

} // namespace

template <>
const EntityDef& def_of<LedgerEntry>()
{
    return ledger_entry_def;
}

template <>
std::span<const Field<LedgerEntry>> fields_of<LedgerEntry>()
{
    return ledger_entry_fields;
}

} // namespace model
