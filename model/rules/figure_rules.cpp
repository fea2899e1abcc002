#include "model/rules/figure_rules.h"

#include "model/rules/value_rules.h"

#include <algorithm>
#include <array>

namespace model {

namespace {

using Count = std::optional<std::int64_t>;

struct Named {
    std::string_view field;
    Count value;
};

/// Two parts that make up a whole, where all three are there.
std::optional<Finding> parts_finding(
    const Named& one, const Named& other, const Count& whole, const char* message)
{
    if (!one.value || !other.value || !whole || *one.value + *other.value == *whole)
        return std::nullopt;
    return Finding{.level = Level::warn,
        .field = one.field,
        .message = {message,
            {std::to_string(*one.value), std::to_string(*other.value),
                std::to_string(*one.value + *other.value), std::to_string(*whole)}}};
}

std::optional<Finding> handlings_add_up(const CaseCount& count, const Context&)
{
    return parts_finding({"instant", count.instant}, {"committed", count.committed}, count.received,
        msgid("{1} instant cases and {2} with a promised day are {3}, not the {4} received: the "
              "row stays out of reports until it adds up"));
}

std::optional<Finding> channels_add_up(const CaseCount& count, const Context&)
{
    return parts_finding({"online", count.online}, {"on_site", count.on_site}, count.received,
        msgid("{1} cases online and {2} on site are {3}, not the {4} received: the row stays out "
              "of reports until it adds up"));
}

std::optional<Finding> part_is_no_more_than_the_whole(const CaseCount& count, const Context&)
{
    const auto more = [](const Count& part, const Count& whole) {
        return part && whole && *part > *whole;
    };
    if (more(count.overdue, count.done))
        return Finding{.level = Level::warn,
            .field = "overdue",
            .message = {msgid("More cases are overdue than were done: check the two numbers")}};
    if (more(count.instant, count.received) || more(count.online, count.received))
        return Finding{.level = Level::warn,
            .field = more(count.instant, count.received) ? "instant" : "online",
            .message = {msgid("A part is more than the cases received: check the two numbers")}};
    return finding_if(more(count.satisfied, count.ratings), Level::refuse, "satisfied",
        {msgid("More ratings are satisfied than there are ratings: check the two numbers")});
}

std::optional<Finding> count_is_of_a_month(const CaseCount& count, const Context&)
{
    return finding_if(count.month.text.empty(), Level::remind, "month",
        {msgid("Of which month the figures are is still missing")});
}

std::optional<Finding> count_stands_once(const CaseCount& count, const Context& context)
{
    return double_finding(to_record(count), "unit", {"month", "place", "window", "item"}, context,
        {msgid("The figures of this month are entered already: change that row")});
}

std::optional<Finding> month_is_over(const CaseCount& count, const Context& context)
{
    const auto now = to_iso(context.today).substr(0, 7);
    return finding_if(count.month.text > now, Level::warn, "month",
        {msgid("The month is still to come: check it")});
}

constexpr std::array rules{
    Rule<CaseCount>{"F02", handlings_add_up},
    Rule<CaseCount>{"F03", channels_add_up},
    Rule<CaseCount>{"F04", part_is_no_more_than_the_whole},
    Rule<CaseCount>{"F05", count_is_of_a_month},
    Rule<CaseCount>{"F06", count_stands_once},
    Rule<CaseCount>{"F07", month_is_over},
};

/// Of nothing: the rules of the parts alone look at no other record.
struct NoLookup : Lookup {
    std::optional<Record> find(const EntityDef&, const Uuid&) override { return std::nullopt; }
    std::vector<Record> where(const EntityDef&, std::string_view, const Value&) override
    {
        return {};
    }
};

} // namespace

Findings check_rules(const CaseCount& count, const Context& context)
{
    return apply(rules, count, context);
}

bool adds_up(const CaseCount& count)
{
    NoLookup nothing;
    const Context context{nothing, {}};
    const bool is_no_debt = std::ranges::none_of(check_values(to_record(count), context.today),
        [](const Finding& finding) { return finding.rule == "D05"; });
    return is_no_debt && !handlings_add_up(count, context) && !channels_add_up(count, context)
        && !part_is_no_more_than_the_whole(count, context);
}

} // namespace model
