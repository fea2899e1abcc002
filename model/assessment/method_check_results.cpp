#include "model/assessment/method_check.h"

#include <algorithm>
#include <map>
#include <set>

namespace model {

namespace {

constexpr std::int64_t whole = 10'000; // hundredths of a percent

void check_composition(const AssessmentMethod& method, MethodProblems& problems)
{
    std::set<std::string> codes;
    std::int64_t sum = 0;
    for (const auto& scorer : method.composition) {
        const Message place{msgid("The scorer {1}"), {scorer.code}};
        if (!codes.insert(scorer.code).second)
            problems.add(place, {msgid("It stands there twice")});
        if (scorer.weight <= 0)
            problems.add(place, {msgid("Its weight must be above zero")});
        sum += scorer.weight;
    }
    if (!method.composition.empty() && sum != whole)
        problems.add({msgid("The scorers")},
            {msgid("Their weights are {1} % together: they must be 100 %"),
                {Points::of(100).weighted(sum).text()}});
}

void check_ties(const AssessmentMethod& method, MethodProblems& problems)
{
    for (const auto& tie : method.ties) {
        const Message place{msgid("The tie-breaks")};
        if (tie.rule == TieRule::category && !method.category(tie.of))
            problems.add(place, {msgid("There is no category {1}"), {tie.of}});
        if (tie.rule == TieRule::scorer
            && std::ranges::find(method.composition, tie.of, &Scorer::code)
                == method.composition.end())
            problems.add(place, {msgid("There is no scorer {1}"), {tie.of}});
    }
}

/// The highest score anybody can reach; nothing where there is no end.
std::optional<Points> highest(const AssessmentMethod& method)
{
    if (!method.base || (!method.max && !method.bonus_cap))
        return std::nullopt;
    if (!method.bonus_cap)
        return method.max;
    const auto with_bonus = *method.base + *method.bonus_cap;
    return method.max ? std::min(*method.max, with_bonus) : with_bonus;
}

/// The title of that name for the same object and period that stands before it.
const MethodTitle* title_before(
    const AssessmentMethod& method, const MethodTitle& title, const std::string& name)
{
    for (const auto& other : method.titles) {
        if (&other == &title)
            break;
        if (other.name == name && other.object == title.object && other.period == title.period)
            return &other;
    }
    return nullptr;
}

void check_quota(const AssessmentMethod& method, const MethodTitle& title, MethodProblems& problems)
{
    const Message place{msgid("The title {1}"), {title.name}};
    if (title.quota && title.percent)
        problems.add(place, {msgid("It has a number and a percentage: it can have only one")});
    if (!title.quota && !title.percent && !method.is_partial)
        problems.add(place,
            {msgid("It does not say how many there are: give “quota” or "
                   "“percent”")});
    if (method.period && title.period < *method.period)
        problems.add(place, {msgid("It is given more often than scores are made")});
    const auto most = highest(method);
    if (title.at_least && most && *title.at_least > *most)
        problems.add(place,
            {msgid("It wants {1} points, and nobody can have more than {2}"),
                {title.at_least->text(), most->text()}});
    if (title.among.empty())
        return;
    const auto* wider = title_before(method, title, title.among);
    if (!wider)
        problems.add(place,
            {msgid("There is no title {1} of the same object and period before it"),
                {title.among}});
    else if (title.quota && wider->quota && *title.quota > *wider->quota)
        problems.add(place,
            {msgid("{1} are to be chosen among the {2} of {3}: that many there are not"),
                {std::to_string(*title.quota), std::to_string(*wider->quota), title.among}});
}

void check_titles(const AssessmentMethod& method, MethodProblems& problems)
{
    std::map<std::pair<AssessedKind, PeriodKind>, std::int64_t> percents;
    for (const auto& title : method.titles) {
        const Message place{msgid("The title {1}"), {title.name}};
        if (!method.is_about(title.object))
            problems.add(place, {msgid("Its object is none of the method's")});
        if (title_before(method, title, title.name))
            problems.add(place, {msgid("It stands there twice for the same object and period")});
        check_quota(method, title, problems);
        auto& sum = percents[{title.object, title.period}];
        if (title.among.empty())
            sum += title.percent.value_or(0);
        constexpr std::int64_t everybody = 100;
        if (title.among.empty() && title.percent && sum > everybody)
            problems.add(place,
                {msgid("The titles of this period are for {1} % together, more than everybody"),
                    {std::to_string(sum)}});
    }
}

void check_bands(const AssessmentMethod& method, MethodProblems& problems)
{
    const Message place{msgid("The score bands")};
    const ScoreBand* before = nullptr;
    for (const auto& band : method.bands) {
        if (before && (!before->from || (band.from && *band.from >= *before->from)))
            problems.add(place,
                {msgid("“{1}” must stand below “{2}”: they go from the highest down, and the last "
                       "has no “from”"),
                    {band.word, before->word}});
        before = &band;
    }
    if (before && before->from)
        problems.add(place,
            {msgid("The last one, “{1}”, must have no “from”: lower scores would "
                   "have no word"),
                {before->word}});
}

} // namespace

void check_results(const AssessmentMethod& method, MethodProblems& problems)
{
    check_composition(method, problems);
    check_ties(method, problems);
    check_titles(method, problems);
    check_bands(method, problems);
}

} // namespace model
