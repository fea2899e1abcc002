#include "model/rules/station_figures.h"

#include "model/rules/item_kinds.h"
#include "model/rules/still_open.h"

#include <algorithm>

namespace model {

namespace {

using Reasons = std::map<Uuid, std::optional<NotStationed>>;

Reasons reasons_of(std::span<const NegativeEntry> entries, Date today)
{
    Reasons reasons;
    for (const auto& entry : entries)
        if (entry.item && binds(entry, today))
            if (auto& reason = reasons[*entry.item]; !reason)
                reason = entry.reason;
    return reasons;
}

using Count = std::int64_t StationCounts::*;

Count count_of_reason(const Item& item, const Reasons& reasons)
{
    auto reason = item.not_stationed_reason;
    if (const auto listed = reasons.find(item.id); !reason && listed != reasons.end())
        reason = listed->second.value_or(NotStationed::other); // the list itself is the reason
    if (!reason)
        return &StationCounts::without;
    switch (*reason) {
    case NotStationed::site:
        return &StationCounts::site;
    case NotStationed::secret:
        return &StationCounts::secret;
    case NotStationed::other:
        break;
    }
    return &StationCounts::other;
}

Count count_of(const Item& item, const Reasons& reasons)
{
    switch (item.stationing.value_or(Stationing::undecided)) {
    case Stationing::stationed:
        return &StationCounts::stationed;
    case Stationing::not_stationed:
        return count_of_reason(item, reasons);
    case Stationing::undecided:
        break;
    }
    return &StationCounts::undecided;
}

template <class Holds>
std::int64_t count_units(const StationFigures& figures, Holds holds)
{
    return std::ranges::count_if(
        figures.units, [&](const auto& unit) { return holds(unit.second); });
}

} // namespace

StationFigures station_figures(std::span<const Item> items,
    std::span<const NegativeEntry> negative_list, Date today, const OnStation& on_counted)
{
    const auto reasons = reasons_of(negative_list, today);
    StationFigures figures;
    for (const auto& item : items) {
        if (!is_in_force(item, today))
            continue;
        if (!is_upon_application(item)) {
            ++figures.not_upon_application;
            continue;
        }
        const auto count = count_of(item, reasons);
        ++(figures.items.*count);
        auto& of_unit = item.unit ? figures.units[*item.unit] : figures.of_no_unit;
        ++(of_unit.*count);
        if (on_counted)
            on_counted(item, count);
    }
    return figures;
}

std::int64_t StationFigures::units_with_all() const
{
    return count_units(
        *this, [](const StationCounts& each) { return each.stationed == each.all(); });
}

std::int64_t StationFigures::units_with_some() const
{
    return count_units(*this, [](const StationCounts& each) {
        return each.stationed > 0 && each.stationed < each.all();
    });
}

std::int64_t StationFigures::units_with_none() const
{
    return count_units(*this, [](const StationCounts& each) { return each.stationed == 0; });
}

Share StationFigures::items_stationed() const
{
    return {items.stationed, items.all()};
}

Share StationFigures::units_stationed() const
{
    return {units_with_all() + units_with_some(), static_cast<std::int64_t>(units.size())};
}

} // namespace model
