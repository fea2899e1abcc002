#include "model/entities/calendar_day.h"

namespace model {

namespace {

using enum Owner;

// clang-format off
constexpr std::array calendar_fields{
    field<&CalendarEntry::date>     (1, "date",     msgid("Date"),            agency, {.required = true, .width = 110, .group = msgid("Day off or working day")}),
    field<&CalendarEntry::kind>     (2, "kind",     msgid("Off or at work"),  agency, {.width = 100}),
    field<&CalendarEntry::name>     (3, "name",     msgid("Holiday"),         agency, {.width = 160}),
    field<&CalendarEntry::document> (4, "document", msgid("Document number"), agency, {.width = 180}),
    field<&CalendarEntry::remark>   (5, "remark",   msgid("Remark"),          agency, {.long_text = true}),
};
// clang-format on

constexpr auto calendar_defs = defs(calendar_fields);

constexpr std::array<std::string_view, 1> calendar_identity{"date"};
constexpr std::array<std::string_view, 1> calendar_match{"date"};

constexpr EntityDef calendar_def{
    .id = 51,
    .name = "calendar_day",
    .label = msgid("Day off or working day"),
    .plural = msgid("Days off and at work"),
    .fields = calendar_defs,
    .reach = Reach::county,
    .title = "date",
    .subtitle = "name",
    .identity = calendar_identity,
    .match = calendar_match,
};

} // namespace

template <>
const EntityDef& def_of<CalendarEntry>()
{
    return calendar_def;
}

template <>
std::span<const Field<CalendarEntry>> fields_of<CalendarEntry>()
{
    return calendar_fields;
}

} // namespace model
