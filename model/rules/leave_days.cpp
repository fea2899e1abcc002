#include "model/rules/leave_days.h"

#include "model/entities/person.h"
#include "model/rules/dated_lines.h"

#include <charconv>

namespace model {

namespace {

using namespace std::chrono;

constexpr std::int64_t tenths_of_a_day = 10;
constexpr std::int64_t half_a_day_tenths = 5;
constexpr int half_a_day_minutes = 240;

std::optional<int> minutes_of(const TimeOfDay& time)
{
    int hour = 0;
    int minute = 0;
    const auto& text = time.text;
    if (text.size() != 5)
        return std::nullopt;
    std::from_chars(text.data(), text.data() + 2, hour);
    std::from_chars(text.data() + 3, text.data() + 5, minute);
    return hour * 60 + minute;
}

bool is_half_a_day(const Leave& leave)
{
    const auto from = minutes_of(leave.from_time);
    const auto to = minutes_of(leave.to_time);
    return from && to && *to - *from <= half_a_day_minutes;
}

/// The annual leaves of the person that begin in the year of that one.
std::int64_t tenths_of_the_year(const Leave& leave, const Context& context)
{
    const auto year = leave.from->year();
    const auto& calendar = context.lookup.calendar();
    std::int64_t tenths = leave_tenths(leave, calendar).value_or(0);
    const auto others = context.lookup.matching(def_of<Leave>(),
        {{"person", *leave.person}, {"from", Date(year / January / 1), Condition::Is::from},
            {"from", Date(year / December / 31), Condition::Is::until}});
    for (const auto& record : others) {
        const auto other = from_record<Leave>(record);
        if (other.id != leave.id && other.kind == LeaveKind::annual && is_taken(other))
            tenths += leave_tenths(other, calendar).value_or(0);
    }
    return tenths;
}

std::string in_days(std::int64_t tenths)
{
    return to_text(Decimal{tenths, 1});
}

std::optional<Finding> annual_leave_suffices(const Leave& leave, const Context& context)
{
    if (leave.kind != LeaveKind::annual || !leave.person || !leave.from || !is_taken(leave))
        return std::nullopt;
    const auto record = context.lookup.find(def_of<Person>(), *leave.person);
    const auto since = record ? from_record<Person>(*record).working_since : std::nullopt;
    if (!since)
        return std::nullopt;
    const auto has = annual_leave_days(*since, leave.from->year());
    const auto taken = tenths_of_the_year(leave, context);
    return finding_if(taken > has * tenths_of_a_day, Level::warn, "days",
        {msgid(
             "The person has {1} days of annual leave this year, and with this one {2} are taken"),
            {std::to_string(has), in_days(taken)}});
}

constexpr std::array rules{
    Rule<Leave>{
        "B10", annual_leave_suffices, Source{"职工带薪年休假条例", "第三条", 2008y / January / 1}},
};

} // namespace

bool is_taken(const Leave& leave)
{
    return leave.state != RequestState::refused && leave.state != RequestState::withdrawn;
}

std::optional<std::int64_t> leave_tenths(const Leave& leave, const WorkCalendar& calendar)
{
    if (leave.days)
        return leave.days->units;
    if (!leave.from)
        return std::nullopt;
    const auto last = leave.to.value_or(*leave.from);
    if (last < *leave.from)
        return std::nullopt;
    if (last == *leave.from && is_half_a_day(leave))
        return half_a_day_tenths;
    const auto count = leave.kind == LeaveKind::maternity
        ? (sys_days{last} - sys_days{*leave.from}).count() + 1
        : calendar.working_days_between(Date{sys_days{*leave.from} - days{1}}, last);
    return count > 0 ? std::optional(count * tenths_of_a_day) : std::nullopt;
}

std::int64_t annual_leave_days(Date working_since, std::chrono::year year)
{
    static const auto lines = read_dated_lines("codes/annual_leave.csv");
    const Date end = year / December / 31;
    std::int64_t has = 0;
    for (const auto& line : lines) {
        std::int64_t after = 0;
        std::from_chars(line.key.data(), line.key.data() + line.key.size(), after);
        const Date reached = working_since + years{after};
        if ((reached.ok() ? reached : Date{sys_days{reached}}) <= end)
            has = std::max(has, line.number());
    }
    return has;
}

Findings check_leave_days(const Leave& leave, const Context& context)
{
    return apply(rules, leave, context);
}

} // namespace model
