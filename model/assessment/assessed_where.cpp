#include "model/assessment/assessed_where.h"

#include <algorithm>
#include <map>

namespace model {

namespace {

using namespace std::chrono;

struct Stay {
    sys_days from;
    sys_days end; ///< the day after its last
};

std::vector<Stay> joined(std::vector<Stay> stays)
{
    std::ranges::sort(stays, {}, &Stay::from);
    std::vector<Stay> all;
    for (const auto& stay : stays)
        if (!all.empty() && stay.from <= all.back().end)
            all.back().end = std::max(all.back().end, stay.end);
        else
            all.push_back(stay);
    return all;
}

sys_days months_later(sys_days from, int count)
{
    const Date day(from);
    const auto later = day.year() / day.month() + months{count};
    const Date wanted = later / day.day();
    return wanted.ok() ? sys_days{wanted} : sys_days{Date(later / last)};
}

void add(const Stay& stay, AssessedWhere& where)
{
    int whole = 0;
    while (months_later(stay.from, whole + 1) <= stay.end)
        ++whole;
    where.months += whole;
    where.days += static_cast<int>((stay.end - months_later(stay.from, whole)).count());
}

} // namespace

AssessedWhere assessed_where(
    std::span<const Presence> presence, std::chrono::year year, int least_months)
{
    constexpr int days_of_a_month = 30;
    const sys_days first{year / January / 1};
    const sys_days after{(year + years{1}) / January / 1};
    std::vector<Stay> stays;
    std::map<Uuid, std::vector<Stay>> by_host;
    for (const auto& span : presence) {
        const Stay stay{span.from ? std::max(sys_days{*span.from}, first) : first,
            span.to ? std::min(sys_days{*span.to} + days{1}, after) : after};
        if (stay.from >= stay.end)
            continue;
        stays.push_back(stay);
        if (span.at)
            by_host[*span.at].push_back(stay);
    }
    AssessedWhere where;
    for (const auto& stay : joined(std::move(stays)))
        add(stay, where);
    where.months += where.days / days_of_a_month;
    where.days %= days_of_a_month;
    where.is_here = where.months >= least_months;
    days longest{0};
    for (auto& [host, its] : by_host) {
        days sum{0};
        for (const auto& stay : joined(std::move(its)))
            sum += stay.end - stay.from;
        if (sum > longest) {
            longest = sum;
            where.longest_at = host;
        }
    }
    return where;
}

} // namespace model
