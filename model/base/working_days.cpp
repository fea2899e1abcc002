#include "model/base/working_days.h"

#include <algorithm>
#include <array>

namespace model {

namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 4> unit_names{"day", "working_day", "month", "year"};
constexpr days longest_term{36'525};
constexpr std::int64_t months_of_a_year = 12;
constexpr std::int64_t most_months = 100 * months_of_a_year;

bool is_weekend(Date date)
{
    const weekday day{sys_days(date)};
    return day == Saturday || day == Sunday;
}

bool is_before(const CalendarDay& day, Date date)
{
    return day.date < date;
}

/// The day of the same number so many months later, or the last of a shorter month.
Date months_later(Date start, std::int64_t count)
{
    const auto due = start + months(count);
    return due.ok() ? due : due.year() / due.month() / last;
}

bool stands_still(Date date, std::span<const ClockStop> stops)
{
    return std::ranges::any_of(stops,
        [&](const ClockStop& stop) { return stop.from <= date && (!stop.to || date <= *stop.to); });
}

/// How many days a term of calendar days, months or years runs; nothing where that is too many.
std::optional<std::int64_t> days_of(Date start, const Term& term)
{
    if (term.unit == TermUnit::day)
        return term.count;
    if (term.count > most_months)
        return std::nullopt;
    const auto count = term.unit == TermUnit::year ? term.count * months_of_a_year : term.count;
    return (sys_days(months_later(start, count)) - sys_days(start)).count();
}

} // namespace

std::string_view unit_name(TermUnit unit)
{
    return unit_names[static_cast<std::size_t>(unit)];
}

std::optional<TermUnit> parse_unit(std::string_view name)
{
    const auto found = std::ranges::find(unit_names, name);
    if (found == unit_names.end())
        return std::nullopt;
    return static_cast<TermUnit>(found - unit_names.begin());
}

WorkCalendar::WorkCalendar(std::vector<CalendarDay> days)
{
    std::ranges::stable_sort(days, {}, &CalendarDay::date);
    for (const auto& day : days)
        if (!days_.empty() && days_.back().date == day.date)
            days_.back() = day;
        else
            days_.push_back(day);
}

WorkCalendar WorkCalendar::with(std::span<const CalendarDay> own) const
{
    auto days = days_;
    days.insert(days.end(), own.begin(), own.end());
    return WorkCalendar(std::move(days));
}

bool WorkCalendar::is_working_day(Date date) const
{
    const auto found = std::lower_bound(days_.begin(), days_.end(), date, is_before);
    if (found != days_.end() && found->date == date)
        return found->kind == DayKind::work;
    return !is_weekend(date);
}

bool WorkCalendar::knows(year year) const
{
    const Date first = year / October / 1;
    const Date last = year / October / 7;
    for (auto at = std::lower_bound(days_.begin(), days_.end(), first, is_before);
         at != days_.end() && at->date <= last; ++at)
        if (at->kind == DayKind::off)
            return true;
    return false;
}

bool WorkCalendar::knows(Date from, Date to) const
{
    for (auto year = from.year(); year <= to.year(); ++year)
        if (!knows(year))
            return false;
    return true;
}

Date WorkCalendar::add_working_days(Date from, std::int64_t n) const
{
    auto day = sys_days(from);
    const days step{n < 0 ? -1 : 1};
    for (auto left = n < 0 ? -n : n; left > 0;)
        if (day += step; is_working_day(day))
            --left;
    return day;
}

std::int64_t WorkCalendar::working_days_between(Date from, Date to) const
{
    if (to < from)
        return -working_days_between(to, from);
    std::int64_t count = 0;
    for (auto day = sys_days(from) + days{1}; day <= sys_days(to); day += days{1})
        count += is_working_day(day) ? 1 : 0;
    return count;
}

std::optional<Date> WorkCalendar::due_on(
    Date start, const Term& term, std::span<const ClockStop> stops) const
{
    if (term.count < 0)
        return std::nullopt;
    const bool counts_work = term.unit == TermUnit::working_day;
    const auto count = counts_work ? term.count : days_of(start, term);
    if (!count)
        return std::nullopt;
    auto day = sys_days(start);
    for (auto left = *count; left > 0;) {
        day += days{1};
        if (day - sys_days(start) > longest_term)
            return std::nullopt;
        if (!stands_still(day, stops) && (!counts_work || is_working_day(day)))
            --left;
    }
    return day;
}

} // namespace model
