#include "model/entities/case_count.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array case_count_fields{
    field<&CaseCount::month>        (1,  "month",        msgid("Month"),                          agency, {.width = 90, .group = msgid("Case count")}),
    field<&CaseCount::place>        (2,  "place",        msgid("Place"),                          agency, {.width = 150, .refers_to = "place"}),
    field<&CaseCount::unit>         (3,  "unit",         msgid("Unit"),                           agency, {.width = 160, .refers_to = "unit"}),
    field<&CaseCount::window>       (4,  "window",       msgid("Window"),                         agency, {.width = 90, .refers_to = "window"}),
    field<&CaseCount::item>         (5,  "item",         msgid("Item"),                           agency, {.width = 200, .refers_to = "item"}),
    field<&CaseCount::received>     (6,  "received",     msgid("Received"),                       agency, {.width = 80}),
    field<&CaseCount::done>         (7,  "done",         msgid("Cases done"),                     agency, {.width = 80}),
    field<&CaseCount::instant>      (8,  "instant",      msgid("Instant cases"),                  agency, {.width = 80}),
    field<&CaseCount::committed>    (9,  "committed",    msgid("Cases with a promised day"),      agency, {.width = 80}),
    field<&CaseCount::online>       (10, "online",       msgid("Online cases"),                   agency, {.width = 80}),
    field<&CaseCount::on_site>      (11, "on_site",      msgid("On site"),                        agency, {.width = 80}),
    field<&CaseCount::overdue>      (12, "overdue",      msgid("Overdue cases"),                  agency, {.width = 80}),
    field<&CaseCount::days>         (13, "days",         msgid("Average days of promised cases"), agency, {.width = 90, .scale = 2}),
    field<&CaseCount::ratings>      (14, "ratings",      msgid("Ratings"),                        agency, {.width = 80, .group = msgid("Ratings and special service")}),
    field<&CaseCount::satisfied>    (15, "satisfied",    msgid("Satisfied ratings"),              agency, {.width = 80}),
    field<&CaseCount::extended>     (16, "extended",     msgid("In extended hours"),              agency, {.width = 80}),
    field<&CaseCount::appointments> (17, "appointments", msgid("By appointment"),                 agency, {.width = 80}),
    field<&CaseCount::door>         (18, "door",         msgid("Served at home"),                 agency, {.width = 80}),
    field<&CaseCount::remark>       (19, "remark",       msgid("Remark"),                         shared, {.long_text = true}),
};
// clang-format on

constexpr auto case_count_defs = defs(case_count_fields);

constexpr std::array<std::string_view, 4> case_count_match{
    "month+unit+window+item", "month+unit+window", "month+unit+item", "month+unit"};

constexpr EntityDef case_count_def{
    .id = 55,
    .name = "case_count",
    .label = msgid("Case count"),
    .plural = msgid("Case counts"),
    .fields = case_count_defs,
    .reach = Reach::place,
    .scope_via = "place",
    .home_via = "unit",
    .title = "month",
    .subtitle = "unit",
    .match = case_count_match,
};

} // namespace

template <>
const EntityDef& def_of<CaseCount>()
{
    return case_count_def;
}

template <>
std::span<const Field<CaseCount>> fields_of<CaseCount>()
{
    return case_count_fields;
}

} // namespace model
