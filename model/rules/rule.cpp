#include "model/rules/rule.h"

#include "model/base/codes.h"
#include "model/rules/normal.h"

#include <algorithm>

namespace model {

namespace {

// A county has four levels; a longer chain is one that never ends.
constexpr int longest_chain = 16;

} // namespace

std::optional<Finding> finding_if(
    bool holds, Level level, std::string_view field, const Message& message)
{
    if (!holds)
        return std::nullopt;
    return Finding{.level = level, .field = field, .message = message};
}

std::optional<Finding> double_finding(const Record& record, std::string_view field,
    std::initializer_list<std::string_view> others, const Context& context, const Message& message)
{
    if (is_empty(record[field]) || (others.size() > 0 && is_empty(record[*others.begin()])))
        return std::nullopt;
    std::vector<Condition> same{{field, record[field]}};
    for (const auto name : others)
        same.push_back({name, record[name]});
    const auto found = context.lookup.matching(*record.def, same);
    const bool is_double =
        std::ranges::any_of(found, [&](const Record& other) { return other.id != record.id; });
    return is_double ? std::optional(Finding{.field = field, .message = message}) : std::nullopt;
}

std::optional<Finding> phone_finding(std::string_view field, std::string_view cell)
{
    if (phone_kind(cell) != PhoneKind::none)
        return std::nullopt;
    for (const auto& number : phone_numbers(cell))
        if (phone_kind(number) == PhoneKind::none)
            return Finding{.level = Level::warn,
                .field = field,
                .message = {msgid("\"{1}\" has the shape of no phone number: check it"), {number}}};
    return std::nullopt;
}

std::optional<Finding> course_finding(const std::optional<Date>& first, std::string_view field,
    const std::optional<Date>& next, Level level)
{
    if (!first || !next || *first <= *next)
        return std::nullopt;
    return Finding{.level = level,
        .field = field,
        .message = {msgid("This lies before what it follows ({1}): one of the two dates is wrong"),
            {to_iso(*first)}}};
}

std::optional<Finding> circle_finding(const EntityDef& def, const Uuid& id, std::string_view field,
    const std::optional<Uuid>& above, const Context& context)
{
    if (above == id)
        return Finding{.field = field, .message = {msgid("A record cannot be above itself")}};
    auto at = above;
    for (int steps = 0; at && steps < longest_chain; ++steps) {
        const auto record = context.lookup.find(def, *at);
        if (!record)
            return std::nullopt;
        const auto* next = std::get_if<Uuid>(&(*record)[field]);
        at = next ? std::optional(*next) : std::nullopt;
        if (at == id)
            return Finding{.level = Level::warn,
                .field = field,
                .message = {msgid("This goes round in a circle by way of {1}: take one of them "
                                  "out of it"),
                    {record->title()}}};
    }
    return std::nullopt;
}

bool is_over(const std::optional<Date>& last, Date today)
{
    return last && *last <= today;
}

bool overlap(const Span& one, const Span& other, Date today)
{
    const auto ends_before = [today](const Span& first, const Span& second) {
        return second.from ? first.to && *first.to <= *second.from : is_over(first.to, today);
    };
    return !ends_before(one, other) && !ends_before(other, one);
}

} // namespace model
