#include "model/rules/deadlines.h"

#include "model/rules/dated_lines.h"
#include "model/rules/limits.h"
#include "model/rules/own_figures.h"

#include <stdexcept>

namespace model {

namespace {

TermUnit unit_of(const DatedLine& line)
{
    const auto unit = parse_unit(line.unit);
    if (!unit)
        throw std::logic_error("a deadline is counted in \"" + std::string(line.unit) + '"');
    return *unit;
}

const std::vector<DatedLine>& usual_deadlines()
{
    static const auto lines = read_dated_lines("codes/deadlines.csv");
    return lines;
}

std::optional<std::chrono::year> first_unknown(const WorkCalendar& calendar, Date from, Date to)
{
    for (auto year = from.year(); year <= to.year(); ++year)
        if (!calendar.knows(year))
            return year;
    return std::nullopt;
}

} // namespace

std::optional<Deadline> deadline_on(std::string_view name, const Context& context)
{
    if (const auto own = own_figure(name, context); own && own->unit <= SettingUnit::year)
        return Deadline{.term = {own->value, static_cast<TermUnit>(own->unit)},
            .source = own->source,
            .is_own = true};
    return usual_deadline_on(name, context.today);
}

std::optional<Deadline> usual_deadline_on(std::string_view name, Date today)
{
    const auto* line = newest(usual_deadlines(), name, today);
    if (!line)
        return std::nullopt;
    return Deadline{.term = {line->number(), unit_of(*line)}, .source = source_of(*line)};
}

std::optional<TermUnit> deadline_unit(std::string_view name)
{
    for (const auto& line : usual_deadlines())
        if (line.key == name)
            return unit_of(line);
    return std::nullopt;
}

std::optional<Due> due_by(
    std::string_view name, Date start, Lookup& lookup, std::span<const ClockStop> stops)
{
    const auto deadline = deadline_on(name, {lookup, start});
    if (!deadline)
        return std::nullopt;
    const auto& calendar = lookup.calendar();
    const auto on = calendar.due_on(start, deadline->term, stops);
    if (!on)
        return std::nullopt;
    Due due{.on = *on, .deadline = *deadline};
    if (deadline->term.unit == TermUnit::working_day)
        due.unknown = first_unknown(calendar, start, *on);
    return due;
}

std::optional<Finding> unknown_year_finding(std::string_view field, const Due& due)
{
    if (!due.unknown)
        return std::nullopt;
    return Finding{.level = Level::remind,
        .field = field,
        .message = {msgid("The days off of {1} are not entered yet, so {2} counts weekends only: "
                          "import the notice into the register of days off"),
            {std::to_string(static_cast<int>(*due.unknown)), to_iso(due.on)}}};
}

std::optional<Finding> term_finding(std::string_view field, const std::optional<Date>& due,
    const Context& context, const char* soon, const char* overdue)
{
    using namespace std::chrono;
    const auto notice = limit_on("due_notice_days", context);
    const auto left = due ? sys_days{*due} - sys_days{context.today} : days{0};
    if (!due || left > days{notice ? notice->value : 0})
        return std::nullopt;
    const bool is_over = left < days{0};
    return Finding{.level = is_over ? Level::warn : Level::remind,
        .field = field,
        .message = {is_over ? overdue : soon, {to_iso(*due)}},
        .due = due};
}

} // namespace model
