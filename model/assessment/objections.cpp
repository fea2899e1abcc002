#include "model/assessment/objections.h"

#include "model/assessment/code_rows.h"

#include <charconv>
#include <stdexcept>

namespace model {

namespace {

struct ClockRow {
    Identity identity;
    ObjectionStep step;
    ObjectionClock clock;
    Date since;
};

std::int64_t number_in(const std::string& cell)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (error != std::errc{} || end != cell.data() + cell.size())
        throw std::logic_error("a clock of objections is no number: " + cell);
    return number;
}

std::vector<ClockRow> read_clocks()
{
    std::vector<ClockRow> rows;
    for (const auto& row : code_rows("codes/objections.csv"))
        rows.push_back({code_in<Identity>(row[0]).value(), code_in<ObjectionStep>(row[1]).value(),
            {{number_in(row[2]), parse_unit(row[3]).value()}, row[4], row[5]},
            parse_iso_date(row[6]).value()});
    return rows;
}

} // namespace

std::optional<ObjectionClock> objection_clock(
    Identity identity, ObjectionStep step, Date start, std::span<const OwnClock> own)
{
    static const auto rows = read_clocks();
    const ClockRow* best = nullptr;
    for (const auto& row : rows)
        if (row.identity == identity && row.step == step && row.since <= start
            && (!best || best->since < row.since))
            best = &row;
    if (best)
        return best->clock;
    for (const auto& clock : own)
        if (clock.identity == identity && clock.step == step)
            return ObjectionClock{clock.term, {}, {}};
    return std::nullopt;
}

std::optional<Date> objection_due(Identity identity, ObjectionStep step, Date start,
    const WorkCalendar& calendar, std::span<const OwnClock> own)
{
    const auto clock = objection_clock(identity, step, start, own);
    return clock ? calendar.due_on(start, clock->term) : std::nullopt;
}

std::optional<Due> draft_objection_due(
    const AssessmentMethod& method, Date made_known, Lookup& lookup)
{
    if (!method.objection)
        return due_by("assessment_objection", made_known, lookup);
    const auto& calendar = lookup.calendar();
    const auto on = calendar.due_on(made_known, *method.objection);
    if (!on)
        return std::nullopt;
    Due due{.on = *on, .deadline = {.term = *method.objection, .source = {}, .is_own = true}};
    if (method.objection->unit == TermUnit::working_day)
        for (auto year = made_known.year(); year <= on->year() && !due.unknown; ++year)
            if (!calendar.knows(year))
                due.unknown = year;
    return due;
}

} // namespace model
