#include "model/assessment/method_check.h"

#include <algorithm>
#include <map>
#include <set>

namespace model {

namespace {

/// The problems of one rule.
class LineCheck {
public:
    LineCheck(const AssessmentMethod& method, const RuleLine& line, MethodProblems& problems)
        : method_(method)
        , line_(line)
        , problems_(problems)
    {
    }

    void all()
    {
        refuse_if(!method_.is_about(line_.object), {msgid("Its object is none of the method's")});
        category();
        points();
        bands();
        refuse_if(line_.limit && *line_.limit <= Points(),
            {msgid("The most points of a period must be above zero")});
        refuse_if(line_.free > 0 && line_.per == PointsPer::minutes,
            {msgid("Minutes have bands: “free” goes with what is counted")});
    }

private:
    void refuse_if(bool is_wrong, Message what)
    {
        if (is_wrong)
            problems_.add({msgid("Rule {1}"), {line_.number}}, std::move(what));
    }

    void category()
    {
        const auto* category = method_.category(line_.category);
        refuse_if(!line_.category.empty() && !category,
            {msgid("There is no category {1}"), {line_.category}});
        refuse_if(category && category->object != line_.object,
            {msgid("It is about another object than its category {1}"), {line_.category}});
    }

    bool may_have_no_points() const
    {
        return method_.is_partial
            || std::ranges::find(method_.vetoes, line_.number, &VetoLine::line)
            != method_.vetoes.end()
            || std::ranges::find(method_.links, line_.number, &LinkedDeduction::to)
            != method_.links.end();
    }

    void points()
    {
        refuse_if(line_.points && !line_.bands.empty(),
            {msgid("It has points and bands of minutes: it can have only one of them")});
        refuse_if(line_.per == PointsPer::minutes && line_.points,
            {msgid("What is counted by minutes has “bands” instead of “points”")});
        refuse_if(line_.per != PointsPer::minutes && !line_.bands.empty(),
            {msgid("It has bands of minutes and is not counted by minutes")});
        refuse_if(!line_.points && line_.bands.empty() && !may_have_no_points(),
            {msgid("It gives no points, is no veto, and nothing is linked to it")});
        const auto zero = Points();
        refuse_if(line_.most
                && (!line_.points || (*line_.points < zero) != (*line_.most < zero)
                    || (*line_.points < zero ? *line_.most >= *line_.points
                                             : *line_.most <= *line_.points)),
            {msgid("“to” must be further from zero than “points”, on the same side")});
    }

    void bands()
    {
        const MinutesBand* before = nullptr;
        for (const auto& band : line_.bands) {
            refuse_if(band.to && *band.to < band.from,
                {msgid("A band of minutes ends at {1}, before it begins at {2}"),
                    {std::to_string(band.to.value_or(0)), std::to_string(band.from)}});
            refuse_if(before && (!before->to || *before->to >= band.from),
                {msgid("The band of minutes from {1} on overlaps the one before it"),
                    {std::to_string(band.from)}});
            refuse_if(before && (before->points < Points()) != (band.points < Points()),
                {msgid("Its bands of minutes give and take points: make two rules of them")});
            before = &band;
        }
    }

    const AssessmentMethod& method_;
    const RuleLine& line_;
    MethodProblems& problems_;
};

void check_link(
    const AssessmentMethod& method, const LinkedDeduction& link, MethodProblems& problems)
{
    const Message place{msgid("The link from rule {1}"), {link.from}};
    const auto* from = method.line(link.from);
    const auto* to = method.line(link.to);
    for (const auto& [number, line] : {std::pair(link.from, from), std::pair(link.to, to)})
        if (!line)
            problems.add(place, {msgid("There is no rule {1}"), {number}});
    if (from && to && from->object == to->object)
        problems.add(place,
            {msgid("Rule {1} is about the same object: a link goes on to another"), {link.to}});
    constexpr std::int64_t most = 10;
    if (link.ratio <= Points() || link.ratio > Points::of(most))
        problems.add(place, {msgid("The ratio must be above 0 and at most 10")});
}

/// The way from a rule back to itself, "1 → 2 → 1", looked for depth first; each rule is left once.
class CircleSearch {
public:
    explicit CircleSearch(const AssessmentMethod& method)
    {
        for (const auto& link : method.links)
            next_[link.from].push_back(link.to);
    }

    std::string find()
    {
        for (const auto& [number, targets] : next_)
            if (!done_.contains(number) && walk(number))
                return way_text();
        return {};
    }

private:
    bool walk(const std::string& number)
    {
        way_.push_back(number);
        if (std::ranges::find(way_.begin(), way_.end() - 1, number) != way_.end() - 1)
            return true;
        if (const auto found = next_.find(number); found != next_.end())
            for (const auto& target : found->second)
                if (!done_.contains(target) && walk(target))
                    return true;
        way_.pop_back();
        done_.insert(number);
        return false;
    }

    std::string way_text() const
    {
        std::string text;
        for (auto at = std::ranges::find(way_, way_.back()); at != way_.end(); ++at)
            text += (text.empty() ? "" : " → ") + *at;
        return text;
    }

    std::map<std::string, std::vector<std::string>> next_;
    std::vector<std::string> way_;
    std::set<std::string> done_;
};

void check_circles(const AssessmentMethod& method, MethodProblems& problems)
{
    const auto circle = CircleSearch(method).find();
    if (!circle.empty())
        problems.add({msgid("The links")},
            {msgid("They go round in a circle, {1}: one deduction would never end"), {circle}});
}

} // namespace

void check_lines(const AssessmentMethod& method, MethodProblems& problems)
{
    std::set<std::string> numbers;
    for (const auto& line : method.lines) {
        if (!numbers.insert(line.number).second)
            problems.add({msgid("Rule {1}"), {line.number}},
                {msgid("The number is used twice: each needs one of its own")});
        LineCheck(method, line, problems).all();
    }
    std::set<std::pair<std::string, std::string>> links;
    for (const auto& link : method.links) {
        if (!links.emplace(link.from, link.to).second)
            problems.add({msgid("The link from rule {1}"), {link.from}},
                {msgid("It goes to rule {1} twice"), {link.to}});
        check_link(method, link, problems);
    }
    check_circles(method, problems);
    std::set<std::string> vetoes;
    for (const auto& veto : method.vetoes) {
        const Message place{msgid("The veto by rule {1}"), {veto.line}};
        if (!method.line(veto.line))
            problems.add(place, {msgid("There is no rule {1}"), {veto.line}});
        if (!vetoes.insert(veto.line).second)
            problems.add(place, {msgid("It stands there twice")});
    }
}

} // namespace model
