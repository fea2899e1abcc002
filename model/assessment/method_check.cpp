#include "model/assessment/method_check.h"

#include <algorithm>
#include <set>

namespace model {

namespace {

void check_frame(const AssessmentMethod& method, MethodProblems& problems)
{
    const Message place{msgid("The method")};
    const auto refuse_if = [&](bool is_wrong, Message what) {
        if (is_wrong)
            problems.add(place, std::move(what));
    };
    refuse_if(method.objects.empty(),
        {msgid("It does not say what is assessed: give “objects”, such as [\"window\"]")});
    refuse_if(!method.is_partial && !method.period, {msgid("“{1}” is missing"), {"period"}});
    refuse_if(!method.is_partial && !method.base, {msgid("“{1}” is missing"), {"base"}});
    refuse_if(!method.is_partial && !method.from, {msgid("“{1}” is missing"), {"from"}});
    refuse_if(method.from && method.to && *method.to < *method.from,
        {msgid("It ends on {1}, before it begins on {2}"),
            {method.to ? to_iso(*method.to) : "", method.from ? to_iso(*method.from) : ""}});
    refuse_if(method.is_partial && method.unknown.empty(),
        {msgid("It is marked as partial and does not say what is missing: name it in “unknown”")});
    refuse_if(!method.is_partial && !method.unknown.empty(),
        {msgid("It names what is unknown and is not marked as partial")});
    refuse_if(method.base && *method.base <= Points(), {msgid("The base must be above zero")});
    refuse_if(method.base && method.max && *method.max < *method.base,
        {msgid("The highest score {1} is below the base {2}"),
            {method.max.value_or(Points()).text(), method.base.value_or(Points()).text()}});
    refuse_if(method.base && method.floor && *method.floor >= *method.base,
        {msgid("The lowest score {1} is not below the base {2}"),
            {method.floor.value_or(Points()).text(), method.base.value_or(Points()).text()}});
    refuse_if(method.bonus_cap && *method.bonus_cap < Points(),
        {msgid("The most bonus points must not be below zero")});
}

void check_category(
    const AssessmentMethod& method, const MethodCategory& category, MethodProblems& problems)
{
    const Message place{msgid("Category {1}"), {category.number}};
    if (!method.is_about(category.object))
        problems.add(place, {msgid("Its object is none of the method's")});
    if (!category.points && !method.is_partial)
        problems.add(place, {msgid("“{1}” is missing"), {"points"}});
    if (category.points && *category.points <= Points())
        problems.add(place, {msgid("Its points must be above zero")});
    if (category.points && category.floor && *category.floor >= *category.points)
        problems.add(place,
            {msgid("It cannot fall below {1}, and has only {2} points"),
                {category.floor->text(), category.points->text()}});
}

void check_sum(const AssessmentMethod& method, AssessedKind kind, MethodProblems& problems)
{
    Points sum;
    bool has_any = false;
    for (const auto& category : method.categories)
        if (category.object == kind) {
            has_any = true;
            sum += category.points.value_or(Points());
        }
    if (!has_any || !method.base)
        return;
    const Message place{msgid("The categories")};
    if (!method.is_partial && sum != *method.base)
        problems.add(place,
            {msgid("Their points are {1} together, and the base is {2}"),
                {sum.text(), method.base->text()}});
    if (method.is_partial && sum > *method.base)
        problems.add(place,
            {msgid("Their points are {1} together, more than the base {2}"),
                {sum.text(), method.base->text()}});
}

} // namespace

void check_method(const AssessmentMethod& method, MethodProblems& problems)
{
    check_frame(method, problems);
    std::set<std::string> numbers;
    for (const auto& category : method.categories) {
        if (!numbers.insert(category.number).second)
            problems.add({msgid("Category {1}"), {category.number}},
                {msgid("The number is used twice: each needs one of its own")});
        check_category(method, category, problems);
    }
    for (const auto kind : method.objects)
        check_sum(method, kind, problems);
    check_lines(method, problems);
    check_results(method, problems);
}

} // namespace model
