#include "model/rules/left_staff.h"

#include "model/entities/posting.h"
#include "model/entities/retention.h"
#include "model/rules/limits.h"
#include "model/schema/minimising.h"

#include <algorithm>

namespace model {

namespace {

using namespace std::chrono;

constexpr std::int64_t months_of_a_year = 12;

bool is_newer(const Retention& one, const std::optional<Retention>& best)
{
    if (!best)
        return true;
    const auto day = [](const Retention& each) {
        return sys_days(each.from.value_or(Date{year{1}, January, std::chrono::day{1}}));
    };
    return std::pair(day(one), one.id) > std::pair(day(*best), best->id);
}

} // namespace

std::int64_t months_kept_after_leaving(Lookup& lookup, Date today)
{
    std::optional<Retention> best;
    for (const auto& record :
        lookup.where(def_of<Retention>(), "subject", std::string("left_staff"))) {
        auto retention = from_record<Retention>(record);
        const bool is_in_force = !retention.from || *retention.from <= today;
        if (is_in_force && is_newer(retention, best))
            best = std::move(retention);
    }
    const auto months =
        best ? best->years.value_or(0) * months_of_a_year + best->months.value_or(0) : 0;
    if (months > 0)
        return months;
    const auto usual = limit_on("left_staff_months", {lookup, today});
    return usual ? usual->value : 3 * months_of_a_year;
}

std::optional<Date> left_on(const Uuid& person, Lookup& lookup, Date today)
{
    std::optional<Date> last;
    for (const auto& record : lookup.where(def_of<Posting>(), "person", person)) {
        const auto posting = from_record<Posting>(record);
        if (!posting.to || *posting.to >= today)
            return std::nullopt;
        last = last ? std::max(*last, *posting.to) : *posting.to;
    }
    return last;
}

Date due_after(Date left, std::int64_t months)
{
    const auto due = year_month_day(left) + std::chrono::months(months);
    return due.ok() ? due : due.year() / due.month() / std::chrono::last;
}

bool holds_personal_values(const Record& record)
{
    for (std::size_t i = 0; i < record.values.size(); ++i)
        if (is_minimised_away(record.def->fields[i]) && !is_empty(record.values[i]))
            return true;
    return false;
}

} // namespace model
