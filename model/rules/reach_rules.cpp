#include "model/rules/reach_rules.h"

#include "model/base/text.h"
#include "model/entities/agency_case.h"
#include "model/entities/outlet_item.h"
#include "model/entities/outlet_patrol.h"
#include "model/rules/limits.h"
#include "model/rules/opening_days.h"
#include "model/rules/source_texts.h"
#include "model/rules/still_open.h"

#include <algorithm>
#include <set>

namespace model {

namespace {

using namespace std::chrono;

/// The kinds of the hall's open windows; nothing where it has none yet.
std::set<std::string> kinds_at(const Uuid& hall, const Context& context)
{
    std::set<std::string> kinds;
    for (const auto& record : context.lookup.where(def_of<Window>(), "place", hall)) {
        const auto window = from_record<Window>(record);
        if (!is_open(window, context.today))
            continue;
        kinds.insert(""); // a window of whatever kind
        kinds.insert(window.types.begin(), window.types.end());
    }
    if (kinds.contains("general_sector"))
        kinds.insert("general");
    return kinds;
}

std::optional<Finding> hall_has_the_standard_windows(const Place& place, const Context& context)
{
    if (place.type != PlaceType::hall || is_over(place.closed, context.today))
        return std::nullopt;
    const auto kinds = kinds_at(place.id, context);
    std::vector<std::string> missing;
    for (const auto& [type, name] : standard_windows_on(context.today))
        if (!kinds.contains(std::string(type)))
            missing.emplace_back(name);
    return finding_if(!kinds.empty() && !missing.empty(), Level::remind, "type",
        {msgid("No open window of the hall is of these standard kinds: {1}"),
            {join(missing, "、")}});
}

/// What is known of an outlet.
struct Outlet {
    bool has_staff = false;
    bool has_part_time_alone = false; ///< of all who work there it is known that they do other work
    bool has_items = false;
    std::optional<Date> patrolled;
};

bool is_outlet(const Place& place, const Context& context)
{
    return (place.type == PlaceType::township_centre || place.type == PlaceType::village_station)
        && !is_over(place.closed, context.today)
        && (!place.opened || *place.opened <= context.today);
}

Outlet known_of(const Place& place, const Context& context)
{
    auto& lookup = context.lookup;
    Outlet outlet;
    bool is_part_time = true;
    for (const auto& record : lookup.where(def_of<Posting>(), "place", place.id)) {
        const auto posting = from_record<Posting>(record);
        if (!is_current(posting, context.today))
            continue;
        outlet.has_staff = true;
        is_part_time = is_part_time && posting.work_time == WorkTime::part;
    }
    outlet.has_part_time_alone = outlet.has_staff && is_part_time;
    for (const auto& record : lookup.where(def_of<OutletItem>(), "place", place.id)) {
        const auto item = from_record<OutletItem>(record);
        outlet.has_items = outlet.has_items || is_current({item.from, item.to}, context.today);
    }
    for (const auto& record : lookup.where(def_of<OutletPatrol>(), "place", place.id))
        if (const auto day = from_record<OutletPatrol>(record).day)
            outlet.patrolled = std::max(outlet.patrolled.value_or(*day), *day);
    return outlet;
}

Finding of_the_outlet(const char* message, std::vector<std::string> args = {})
{
    return {
        .level = Level::remind, .message = {message, std::move(args)}, .source = sources::halls};
}

std::optional<Finding> patrol_is_due(const Outlet& outlet, const Context& context)
{
    const auto most = limit_on("outlet_patrol_days", context);
    if (!most
        || (outlet.patrolled
            && sys_days{context.today} - sys_days{*outlet.patrolled} <= days{most->value}))
        return std::nullopt;
    const auto number = std::to_string(most->value);
    auto finding = outlet.patrolled
        ? of_the_outlet(msgid("The outlet was last patrolled on {1}, and is to be every {2} days: "
                              "go there, and enter what was found"),
            {to_iso(*outlet.patrolled), number})
        : of_the_outlet(msgid("The outlet was never patrolled, and is to be every {1} days: go "
                              "there, and enter what was found"),
            {number});
    if (most->source)
        finding.source = most->source;
    return finding;
}

/// Asked of an outlet that could report: where nobody works, or nothing is served, that is to be
/// put right first.
std::optional<Finding> report_is_due(
    const Place& place, const Outlet& outlet, const Context& context)
{
    const auto most = limit_on("outlet_report_days", context);
    if (!most || !outlet.has_staff || !outlet.has_items)
        return std::nullopt;
    const Date since = sys_days{context.today} - days{most->value};
    if (place.opened && *place.opened > since)
        return std::nullopt;
    const auto reported = context.lookup.matching(
        def_of<AgencyCase>(), {{"place", place.id}, {"day", since, Condition::Is::from}});
    if (!reported.empty())
        return std::nullopt;
    auto finding = of_the_outlet(msgid("No help or agency case of this outlet was reported for {1} "
                                       "days: ask for its sheet, and enter or import it"),
        {std::to_string(most->value)});
    if (most->source)
        finding.source = most->source;
    return finding;
}

/// These rules share what they look up, so that a check of four hundred outlets stays quick.
Findings check_outlet(const Place& place, const Context& context)
{
    if (!is_outlet(place, context))
        return {};
    const auto outlet = known_of(place, context);
    Findings findings;
    const auto add = [&](std::string_view code, Finding finding) {
        finding.rule = code;
        findings.push_back(std::move(finding));
    };
    if (!outlet.has_staff && !outlet.has_items && !outlet.patrolled) {
        add("L11",
            of_the_outlet(msgid("Nothing is entered of this outlet: who works there, which items "
                                "it serves, when it was patrolled")));
        return findings;
    }
    if (!outlet.has_staff)
        add("L12", of_the_outlet(msgid("Nobody is posted at this outlet: enter who works there")));
    if (!outlet.has_items)
        add("L13", of_the_outlet(msgid("The outlet serves no items: enter those it can handle")));
    if (outlet.has_part_time_alone)
        add("L24",
            of_the_outlet(msgid("Whoever works at this outlet does so part-time: it needs somebody "
                                "full-time, so enter who that is, or have one named")));
    if (!opens_on(place, context.today)) // nobody would be there to patrol or to ask
        return findings;
    if (auto finding = patrol_is_due(outlet, context))
        add("L14", std::move(*finding));
    if (auto finding = report_is_due(place, outlet, context))
        add("L15", std::move(*finding));
    return findings;
}

constexpr std::array hall_rules{
    Rule<Place>{"L10", hall_has_the_standard_windows, sources::halls},
};

} // namespace

Findings check_reach(const Place& place, const Context& context)
{
    auto findings = apply(hall_rules, place, context);
    std::ranges::move(check_outlet(place, context), std::back_inserter(findings));
    return findings;
}

} // namespace model
