#include "model/assessment/assessment_period.h"

#include <charconv>

namespace model {

namespace {

using namespace std::chrono;

constexpr unsigned months_in[]{1, 3, 6, 12};

unsigned length(PeriodKind kind)
{
    return months_in[static_cast<std::size_t>(kind)];
}

std::optional<unsigned> number_of(std::string_view text)
{
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::optional<AssessmentPeriod> nth(PeriodKind kind, unsigned a_year, std::optional<unsigned> n)
{
    constexpr unsigned months_of_a_year = 12;
    if (!n || *n < 1 || *n > months_of_a_year / length(kind))
        return std::nullopt;
    return AssessmentPeriod::of(
        kind, year(static_cast<int>(a_year)) / month((*n - 1) * length(kind) + 1) / 1);
}

} // namespace

AssessmentPeriod AssessmentPeriod::of(PeriodKind kind, Date day)
{
    const auto from = (static_cast<unsigned>(day.month()) - 1) / length(kind) * length(kind) + 1;
    const auto to = from + length(kind) - 1;
    return {kind, day.year() / month(from) / 1,
        Date(year_month_day_last(day.year(), month_day_last(month(to))))};
}

std::optional<AssessmentPeriod> AssessmentPeriod::parse(std::string_view text)
{
    constexpr std::size_t year_digits = 4;
    const auto number = number_of(text.substr(0, year_digits));
    if (text.size() < year_digits || !number || *number < 1900)
        return std::nullopt;
    auto rest = text.substr(year_digits);
    if (rest.empty())
        return nth(PeriodKind::year, *number, 1);
    if (rest.size() != 3 || rest.front() != '-')
        return std::nullopt;
    rest.remove_prefix(1);
    if (rest.front() == 'Q' || rest.front() == 'H')
        return nth(rest.front() == 'Q' ? PeriodKind::quarter : PeriodKind::half_year, *number,
            number_of(rest.substr(1)));
    return nth(PeriodKind::month, *number, number_of(rest));
}

std::string AssessmentPeriod::text() const
{
    const auto iso = to_iso(first); // 2026-10-01
    const auto nth_of_year =
        std::to_string((static_cast<unsigned>(first.month()) - 1) / length(kind) + 1);
    switch (kind) {
    case PeriodKind::month:
        return iso.substr(0, iso.size() - 3);
    case PeriodKind::quarter:
        return iso.substr(0, iso.size() - 6) + "-Q" + nth_of_year;
    case PeriodKind::half_year:
        return iso.substr(0, iso.size() - 6) + "-H" + nth_of_year;
    case PeriodKind::year:
        break;
    }
    return iso.substr(0, iso.size() - 6);
}

AssessmentPeriod AssessmentPeriod::before() const
{
    return of(kind, Date(sys_days{first} - std::chrono::days{1}));
}

AssessmentPeriod AssessmentPeriod::after() const
{
    return of(kind, Date(sys_days{last} + std::chrono::days{1}));
}

int AssessmentPeriod::days() const
{
    return static_cast<int>((sys_days{last} - sys_days{first}).count()) + 1;
}

std::vector<AssessmentPeriod> AssessmentPeriod::parts(PeriodKind shorter) const
{
    std::vector<AssessmentPeriod> all;
    for (auto part = of(shorter, first); part.first <= last; part = part.after())
        all.push_back(part);
    return all;
}

} // namespace model
