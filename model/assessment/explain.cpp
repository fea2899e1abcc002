#include "model/assessment/explain.h"

#include <algorithm>

namespace model {

namespace {

/// The steps of the ledger.
class Explaining {
public:
    Explaining(const AssessmentMethod& method, const ObjectScore& score)
        : method_(method)
        , score_(score)
    {
    }

    std::vector<ScoreStep> ledger()
    {
        if (method_.base)
            add({msgid("Base")}, *method_.base);
        for (const auto& category : score_.categories)
            explain(category, *method_.category(category.number));
        add_events({msgid("Deductions under no category")},
            [&](const EventPoints& event) { return takes(event) && !is_in_category(event); });
        bonus();
        add({msgid("No more than the highest or less than the lowest score")},
            score_.ledger - score_.unclipped);
        return std::move(steps_);
    }

private:
    void add(Message what, Points points, std::vector<const EventPoints*> events = {})
    {
        if (points != Points() || !events.empty())
            steps_.push_back({std::move(what), points, std::move(events)});
    }

    template <class Is>
    void add_events(Message what, Is is)
    {
        Points sum;
        std::vector<const EventPoints*> events;
        for (const auto& event : score_.events)
            if (is(event)) {
                sum += event.points;
                events.push_back(&event);
            }
        add(std::move(what), sum, std::move(events));
    }

    const std::string& category_number(const EventPoints& event) const
    {
        return method_.line(event.line)->category;
    }

    /// Whether it is a deduction, one of which nothing is left among them.
    bool takes(const EventPoints& event) const
    {
        const auto& given = method_.line(event.line)->points;
        return event.points < Points()
            || (event.points == Points() && !(given && *given > Points()));
    }

    bool is_in_category(const EventPoints& event) const { return !category_number(event).empty(); }

    void explain(const CategoryScore& category, const MethodCategory& stated)
    {
        const bool is_full = stated.start == CategoryStart::full;
        const std::vector<std::string> name{stated.number, stated.name};
        if (!is_full && method_.base)
            add({msgid("Category {1} {2}: still to be earned"), name},
                -stated.points.value_or(Points()));
        add_events(
            {is_full ? msgid("Category {1} {2}: deducted") : msgid("Category {1} {2}"), name},
            [&](const EventPoints& event) {
                return category_number(event) == stated.number && (!is_full || takes(event));
            });
        const auto begin = is_full ? stated.points.value_or(Points()) : Points();
        const auto sum = begin + category.deducted + (is_full ? Points() : category.added);
        add({msgid("Category {1} {2}: no further than its own limit"), name}, category.score - sum);
    }

    bool counts_as_bonus(const EventPoints& event) const
    {
        const auto* category = method_.category(category_number(event));
        return !takes(event) && (!category || category->start == CategoryStart::full);
    }

    void bonus()
    {
        add_events(
            {msgid("Bonus")}, [&](const EventPoints& event) { return counts_as_bonus(event); });
        add({msgid("Bonus beyond its cap")}, score_.bonus_counted - score_.bonus);
    }

    const AssessmentMethod& method_;
    const ObjectScore& score_;
    std::vector<ScoreStep> steps_;
};

std::vector<ScoreStep> composition(const AssessmentMethod& method, const ObjectScore& score)
{
    std::vector<ScoreStep> steps;
    Points sum;
    for (const auto& given : score.scorers) {
        const auto scorer = std::ranges::find(method.composition, given.code, &Scorer::code);
        if (!given.points)
            continue;
        steps.push_back({{msgid("{1}: {2} points, {3} % of them"),
                             {scorer->name, given.points->text(),
                                 Points::of(100).weighted(given.weight).text()}},
            given.part, {}});
        sum += given.part;
    }
    const auto exact = score.scorers.empty() ? score.ledger : sum;
    if (score.total && *score.total != exact)
        steps.push_back({{msgid("Rounded to {1} places"), {std::to_string(method.places)}},
            *score.total - exact, {}});
    if (score.scorers.empty() && !steps.empty())
        steps.insert(steps.begin(), {{msgid("Own ledger")}, score.ledger, {}});
    return steps;
}

} // namespace

ScoreExplanation explain(const AssessmentMethod& method, const ObjectScore& score)
{
    return {Explaining(method, score).ledger(), composition(method, score)};
}

Message told(const AssessmentMethod& method, const EventPoints& event)
{
    const auto& rule = *method.line(event.line);
    if (event.linked_from)
        return {msgid("Rule {1} {2}, linked from rule {3}"),
            {rule.number, rule.text, event.linked_line}};
    if (event.minutes)
        return {msgid("Rule {1} {2}, {3} minutes"),
            {rule.number, rule.text, std::to_string(*event.minutes)}};
    return {
        msgid("Rule {1} {2}, {3} times"), {rule.number, rule.text, std::to_string(event.count)}};
}

const char* note_label(EventNote note)
{
    switch (note) {
    case EventNote::none:
        break;
    case EventNote::within_free:
        return msgid("some of it is free");
    case EventNote::beyond_limit:
        return msgid("beyond the most of a period");
    case EventNote::no_band:
        return msgid("so many minutes are in no band");
    case EventNote::taken_back:
        return msgid("taken back");
    }
    return "";
}

} // namespace model
