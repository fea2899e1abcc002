#include "model/rules/own_figures.h"

#include "model/rules/deadlines.h"

#include <algorithm>
#include <mutex>
#include <set>
#include <string>
#include <utility>

namespace model {

namespace {

constexpr std::pair<std::string_view, SettingUnit> endings[]{
    {"_working_days", SettingUnit::working_day},
    {"_days", SettingUnit::day},
    {"_months", SettingUnit::month},
    {"_years", SettingUnit::year},
    {"_percent", SettingUnit::percent},
};

/// A source names its document for as long as the program runs; a county has few.
std::string_view kept(const std::string& document)
{
    static std::mutex mutex;
    static std::set<std::string> documents;
    const std::lock_guard lock(mutex);
    return *documents.insert(document).first;
}

bool is_of_term(SettingUnit unit)
{
    return unit <= SettingUnit::year;
}

bool counts(const Setting& setting, std::string_view name, Date today)
{
    return setting.value && *setting.value >= 0 && setting.from && *setting.from <= today
        && (!setting.unit || fits(name, *setting.unit));
}

} // namespace

std::string_view name_of(Matter matter)
{
    return choices_of<Matter>.at(static_cast<std::size_t>(matter)).code;
}

SettingUnit usual_unit(std::string_view name)
{
    if (const auto unit = deadline_unit(name))
        return static_cast<SettingUnit>(*unit);
    for (const auto& [ending, unit] : endings)
        if (name.ends_with(ending))
            return unit;
    return SettingUnit::count;
}

bool fits(std::string_view name, SettingUnit unit)
{
    return deadline_unit(name) ? is_of_term(unit) : unit == usual_unit(name);
}

std::optional<OwnFigure> own_figure(std::string_view name, const Context& context)
{
    if (!label_of(choices_of<Matter>, name))
        return std::nullopt;
    std::optional<Setting> best;
    for (const auto& record :
        context.lookup.where(def_of<Setting>(), "matter", std::string(name))) {
        const auto setting = from_record<Setting>(record);
        if (counts(setting, name, context.today)
            && (!best || std::pair(*setting.from, setting.id) > std::pair(*best->from, best->id)))
            best = setting;
    }
    if (!best)
        return std::nullopt;
    OwnFigure own{
        .value = *best->value, .unit = best->unit.value_or(usual_unit(name)), .source = {}};
    if (!best->document.empty())
        own.source = Source{kept(best->document), "", *best->from};
    return own;
}

} // namespace model
