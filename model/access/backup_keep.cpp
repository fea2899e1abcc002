#include "model/access/backup_keep.h"

#include <algorithm>
#include <chrono>
#include <set>

namespace model {

namespace {

using Day = std::chrono::sys_days;

Day day_of(const KeptCopy& copy)
{
    return china_date(copy.at);
}

Day week_of(Day day)
{
    const std::chrono::weekday weekday(day);
    return day - std::chrono::days(weekday.iso_encoding() - 1);
}

Day month_of(Day day)
{
    const std::chrono::year_month_day date(day);
    return date.year() / date.month() / 1;
}

/// Keeps the newest of each of the newest `count` spans; `copies` come newest first.
template <class SpanOf>
void keep(std::span<const KeptCopy> copies, int count, SpanOf span_of, std::set<std::string>& kept)
{
    std::set<Day> seen;
    for (const auto& copy : copies) {
        const auto span = span_of(day_of(copy));
        if (seen.contains(span))
            continue;
        if (std::ssize(seen) >= count)
            return;
        seen.insert(span);
        kept.insert(copy.name);
    }
}

} // namespace

std::vector<std::string> to_delete(std::span<const KeptCopy> copies, const KeepRule& rule)
{
    std::vector<KeptCopy> newest_first(copies.begin(), copies.end());
    std::ranges::stable_sort(newest_first, std::ranges::greater{}, &KeptCopy::at);
    if (newest_first.empty())
        return {};
    std::set<std::string> kept{newest_first.front().name};
    // A step back to before an import must not go with the copy made when the program ended.
    const auto last = day_of(newest_first.front());
    for (const auto& copy : newest_first)
        if (day_of(copy) + std::chrono::days(1) >= last)
            kept.insert(copy.name);
    keep(newest_first, rule.days, [](Day day) { return day; }, kept);
    keep(newest_first, rule.weeks, week_of, kept);
    keep(newest_first, rule.months, month_of, kept);

    std::vector<std::string> gone;
    std::int64_t bytes = 0;
    bool is_full = false;
    for (const auto& copy : newest_first) {
        const bool is_newest = &copy == &newest_first.front();
        bytes += kept.contains(copy.name) ? copy.bytes : 0;
        is_full = is_full || (rule.most_bytes > 0 && bytes > rule.most_bytes);
        if (!is_newest && (is_full || !kept.contains(copy.name)))
            gone.push_back(copy.name);
    }
    std::ranges::reverse(gone);
    return gone;
}

} // namespace model
