#pragma once

#include "model/rules/finding.h"

#include <array>

namespace model {

/// What a rule may look at besides the record itself.
struct Context {
    Lookup& lookup;
    Date today;
};

/// One rule of an entity: a small function, and what it is called and rests on. A function whose
/// figure is data (limits.h) names its source itself.
template <class E>
struct Rule {
    std::string_view code; ///< how lists, settings and the manual call the rule
    std::optional<Finding> (*check)(const E&, const Context&);
    std::optional<Source> source = {};
};

/// What those rules say that bind by then.
template <class E, std::size_t N>
Findings apply(const std::array<Rule<E>, N>& rules, const E& entity, const Context& context)
{
    Findings findings;
    for (const auto& rule : rules) {
        if (rule.source && rule.source->in_force_since > context.today)
            continue;
        if (auto finding = rule.check(entity, context)) {
            finding->rule = rule.code;
            if (rule.source)
                finding->source = rule.source;
            findings.push_back(std::move(*finding));
        }
    }
    return findings;
}

/// A finding of that level where `holds`, and nothing where not.
std::optional<Finding> finding_if(
    bool holds, Level level, std::string_view field, const Message& message);

/// Refuses a record where another one holds the same in all those fields. `field`, by which it is
/// looked up and at which the finding stands, and the first of `others` count only when filled.
std::optional<Finding> double_finding(const Record& record, std::string_view field,
    std::initializer_list<std::string_view> others, const Context& context, const Message& message);

/// Warns where one of the numbers in the cell has the shape of no phone number. Several numbers in
/// one cell, parted by / 、 , ; or a space, are normal.
std::optional<Finding> phone_finding(std::string_view field, std::string_view cell);

/// A day that lies before the one it follows in the course of a case; the finding stands at
/// `field`, the later day's. A warning is enough where the later day was only wished for.
std::optional<Finding> course_finding(const std::optional<Date>& first, std::string_view field,
    const std::optional<Date>& next, Level level = Level::refuse);

/// Refuses a record that is its own superior and warns where a chain of them comes back to it.
std::optional<Finding> circle_finding(const EntityDef& def, const Uuid& id, std::string_view field,
    const std::optional<Uuid>& above, const Context& context);

/// Whether something with that last day is over on the day itself or before.
bool is_over(const std::optional<Date>& last, Date today);

struct Span {
    std::optional<Date> from;
    std::optional<Date> to;
};

/// Whether two spans share more than the day on which one hands over to the other; an open end goes
/// on for ever. One whose first day nobody entered is taken to follow what is over by `today`.
bool overlap(const Span& one, const Span& other, Date today);

} // namespace model
