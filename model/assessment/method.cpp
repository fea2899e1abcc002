#include "model/assessment/method.h"

#include <algorithm>

namespace model {

bool RuleLine::is_deduction() const
{
    return bands.empty() ? points && *points < Points() : bands.front().points < Points();
}

const RuleLine* AssessmentMethod::line(std::string_view number) const
{
    const auto found = std::ranges::find(lines, number, &RuleLine::number);
    return found == lines.end() ? nullptr : &*found;
}

const MethodCategory* AssessmentMethod::category(std::string_view number) const
{
    const auto found = std::ranges::find(categories, number, &MethodCategory::number);
    return found == categories.end() ? nullptr : &*found;
}

bool AssessmentMethod::is_about(AssessedKind kind) const
{
    return std::ranges::find(objects, kind) != objects.end();
}

bool AssessmentMethod::is_valid_on(Date day) const
{
    return (!from || *from <= day) && (!to || day <= *to);
}

std::string AssessmentMethod::band_of(Points score) const
{
    for (const auto& band : bands)
        if (!band.from || *band.from <= score)
            return band.word;
    return {};
}

std::optional<Date> freeze_on(const AssessmentMethod& method, const AssessmentPeriod& period)
{
    using namespace std::chrono;
    if (!method.freeze_day)
        return std::nullopt;
    const Date next = Date(sys_days{period.last} + days{1});
    const Date wanted = next.year() / next.month() / day(static_cast<unsigned>(*method.freeze_day));
    return wanted.ok() ? wanted : Date(next.year() / next.month() / last);
}

const AssessmentMethod* version_for(
    const std::vector<AssessmentMethod>& versions, const AssessmentPeriod& period)
{
    const AssessmentMethod* best = nullptr;
    for (const auto& method : versions)
        if (method.is_valid_on(period.first)
            && (!best || (method.from && (!best->from || *best->from < *method.from))))
            best = &method;
    return best;
}

} // namespace model
