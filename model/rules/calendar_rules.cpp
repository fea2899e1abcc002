#include "model/rules/calendar_rules.h"

#include "model/rules/calendar.h"

namespace model {

namespace {

std::optional<Finding> says_off_or_at_work(const CalendarEntry& entry, const Context&)
{
    if (entry.kind)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "kind",
        .message = {msgid("Choose whether the day is off or worked: until then this changes "
                          "nothing")}};
}

/// Two entries for one day come of a date that was corrected.
std::optional<Finding> is_entered_once(const CalendarEntry& entry, const Context& context)
{
    if (!entry.date
        || !context.lookup.another(def_of<CalendarEntry>(), "date", *entry.date, entry.id))
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "date",
        .message = {
            msgid("{1} is entered twice: keep one of the two records"), {to_iso(*entry.date)}}};
}

/// Only weekends and days off are worked to make up for something.
std::optional<Finding> changes_something(const CalendarEntry& entry, const Context&)
{
    if (!entry.date || entry.kind != DayKind::work)
        return std::nullopt;
    const std::chrono::weekday day{std::chrono::sys_days(*entry.date)};
    const bool is_weekend = day == std::chrono::Saturday || day == std::chrono::Sunday;
    if (is_weekend || !published_calendar().is_working_day(*entry.date))
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = "date",
        .message = {msgid("{1} is a working day anyway: compare the date with the notice"),
            {to_iso(*entry.date)}}};
}

constexpr std::array calendar_rules{
    Rule<CalendarEntry>{"CD01", says_off_or_at_work},
    Rule<CalendarEntry>{"CD02", is_entered_once},
    Rule<CalendarEntry>{"CD03", changes_something},
};

} // namespace

Findings check_rules(const CalendarEntry& entry, const Context& context)
{
    return apply(calendar_rules, entry, context);
}

} // namespace model
