#include "model/rules/duty_rules.h"

#include "model/entities/person.h"
#include "model/rules/left_staff.h"

#include <algorithm>

namespace model {

namespace {

using namespace std::chrono;

/// Within so many days a roster that is kept has somebody on it.
constexpr days kept_within{31};

bool has_times(const Roster& duty)
{
    return !duty.from_time.text.empty() && !duty.to_time.text.empty();
}

/// Kinds that are of some hours, whichever these are.
bool is_of_hours(const Roster& duty)
{
    return duty.kind == RosterKind::extended || duty.kind == RosterKind::lunch;
}

std::vector<Record> leaders_of(const Place& place, const Context& context, Date from, Date until)
{
    return context.lookup.matching(def_of<Roster>(),
        {{"place", place.id}, {"kind", std::string("hall_leader")},
            {"day", from, Condition::Is::from}, {"day", until, Condition::Is::until}});
}

/// Nothing of a place that keeps no such roster.
std::optional<Finding> next_day_has_a_leader(const Place& place, const Context& context)
{
    if (is_over(place.closed, context.today)
        || leaders_of(place, context, sys_days(context.today) - kept_within, context.today).empty())
        return std::nullopt;
    const auto next = context.lookup.calendar().add_working_days(context.today, 1);
    for (const auto& record : leaders_of(place, context, next, next)) {
        const auto duty = from_record<Roster>(record);
        if (duty.person && duty.day)
            return std::nullopt;
    }
    return Finding{.level = Level::remind,
        .message = {msgid("Nobody is hall duty leader here on {1}, the next working day: put "
                          "somebody on the roster"),
            {to_iso(next)}},
        .due = context.today};
}

constexpr std::array place_duty_rules{
    Rule<Place>{"D20", next_day_has_a_leader},
};

std::optional<Finding> who_has_duty_still_serves(const Roster& duty, const Context& context)
{
    if (!duty.person || !duty.day || *duty.day < context.today)
        return std::nullopt;
    const auto left = left_on(*duty.person, context.lookup, *duty.day);
    return left
        ? std::optional(Finding{.level = Level::warn,
            .field = "person",
            .message = {msgid("The person has left on {1}: put another on duty"), {to_iso(*left)}}})
        : std::nullopt;
}

/// The same kind at another place is told by itself.
std::optional<Finding> who_has_duty_is_there_once(const Roster& duty, const Context& context)
{
    if (!duty.person || !duty.day || *duty.day < context.today)
        return std::nullopt;
    const auto all =
        context.lookup.matching(def_of<Roster>(), {{"person", *duty.person}, {"day", *duty.day}});
    for (const auto& record : all) {
        const auto other = from_record<Roster>(record);
        if (other.id != duty.id && other.kind != duty.kind && clashes(duty, other))
            return Finding{.level = Level::warn,
                .field = "person",
                .message = {
                    msgid("The person has another duty at the same time: choose another, or "
                          "enter the times")}};
    }
    return std::nullopt;
}

constexpr std::array duty_rules{
    Rule<Roster>{"D21", who_has_duty_still_serves},
    Rule<Roster>{"D22", who_has_duty_is_there_once},
};

} // namespace

bool clashes(const Roster& one, const Roster& other)
{
    if (!one.day || one.day != other.day)
        return false;
    if (has_times(one) && has_times(other))
        return one.from_time.text < other.to_time.text && other.from_time.text < one.to_time.text;
    return one.place != other.place && !is_of_hours(one) && !is_of_hours(other);
}

Findings check_duty_leader(const Place& place, const Context& context)
{
    return apply(place_duty_rules, place, context);
}

Findings check_duty(const Roster& duty, const Context& context)
{
    return apply(duty_rules, duty, context);
}

} // namespace model
