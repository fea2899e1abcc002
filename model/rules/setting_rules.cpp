#include "model/rules/setting_rules.h"

#include "model/rules/deadlines.h"
#include "model/rules/limits.h"
#include "model/rules/own_figures.h"

#include <algorithm>

namespace model {

namespace {

constexpr std::int64_t most = 36'500; ///< a century of days
constexpr std::int64_t whole = 100;   ///< per cent

/// Which way a law binds a figure.
enum class Bound { at_least, at_most };

constexpr std::pair<Matter, Bound> bounds[]{
    {Matter::licence_working_days, Bound::at_most},
    {Matter::youngest_staff_years, Bound::at_least},
    {Matter::assessment_kept_years, Bound::at_least},
    {Matter::provision_kept_years, Bound::at_least},
    {Matter::petition_decision, Bound::at_most},
};

SettingUnit unit_of(const Setting& setting)
{
    return setting.unit.value_or(usual_unit(name_of(*setting.matter)));
}

std::optional<Finding> has_a_figure(const Setting& setting, const Context&)
{
    if (setting.value)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "value",
        .message = {msgid("The figure is still missing: until then this changes nothing")}};
}

std::optional<Finding> figure_is_possible(const Setting& setting, const Context&)
{
    const bool is_share = setting.matter && unit_of(setting) == SettingUnit::percent;
    const auto greatest = is_share ? whole : most;
    if (!setting.value || *setting.value <= greatest)
        return std::nullopt;
    return Finding{
        .field = "value", .message = {msgid("At most {1} here"), {std::to_string(greatest)}}};
}

std::optional<Finding> unit_fits(const Setting& setting, const Context&)
{
    if (!setting.matter || !setting.unit || fits(name_of(*setting.matter), *setting.unit))
        return std::nullopt;
    return Finding{.field = "unit",
        .message = {msgid("This is counted in something else: choose the other unit, or leave it "
                          "empty for the usual one")}};
}

std::optional<Finding> says_from_when(const Setting& setting, const Context&)
{
    if (setting.from)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "from",
        .message = {msgid("Since when the figure is in force is still missing: until then this "
                          "changes nothing")}};
}

std::optional<Finding> begins_alone(const Setting& setting, const Context& context)
{
    if (!setting.matter || !setting.from)
        return std::nullopt;
    const auto matter = std::string(name_of(*setting.matter));
    for (const auto& record : context.lookup.where(def_of<Setting>(), "matter", matter))
        if (record.id != setting.id && record["from"] == Value{*setting.from})
            return Finding{.level = Level::remind,
                .field = "from",
                .message = {msgid("Another figure for the same is in force from {1} too: keep one "
                                  "of the two records"),
                    {to_iso(*setting.from)}}};
    return std::nullopt;
}

/// The usual figure of the day it is in force from, where a law gives it.
std::optional<Limit> law_on(Matter matter, Date day)
{
    const auto name = name_of(matter);
    if (const auto deadline = usual_deadline_on(name, day); deadline && deadline->source)
        return Limit{.value = deadline->term.count, .source = deadline->source};
    const auto limit = usual_limit_on(name, day);
    return limit && limit->source ? limit : std::nullopt;
}

std::optional<Finding> keeps_the_law(const Setting& setting, const Context&)
{
    if (!setting.matter || !setting.value || !setting.from)
        return std::nullopt;
    const auto found = std::ranges::find(bounds, *setting.matter, &std::pair<Matter, Bound>::first);
    const auto law = law_on(*setting.matter, *setting.from);
    if (found == std::end(bounds) || !law || unit_of(setting) != usual_unit(name_of(found->first)))
        return std::nullopt;
    const bool is_least = found->second == Bound::at_least;
    if (is_least ? *setting.value >= law->value : *setting.value <= law->value)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = "value",
        .message = {is_least ? msgid("It is at least {1} by law: check the figure")
                             : msgid("It is at most {1} by law: check the figure"),
            {std::to_string(law->value)}},
        .source = law->source};
}

constexpr std::array setting_rules{
    Rule<Setting>{"ST01", has_a_figure},
    Rule<Setting>{"ST02", figure_is_possible},
    Rule<Setting>{"ST03", unit_fits},
    Rule<Setting>{"ST04", says_from_when},
    Rule<Setting>{"ST05", begins_alone},
    Rule<Setting>{"ST06", keeps_the_law},
};

} // namespace

Findings check_rules(const Setting& setting, const Context& context)
{
    return apply(setting_rules, setting, context);
}

} // namespace model
