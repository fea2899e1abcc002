#include "model/assessment/presence_index.h"

#include <algorithm>
#include <bitset>
#include <map>

namespace model {

namespace {

using std::chrono::sys_days;

constexpr std::size_t longest_period = 366;

} // namespace

PresenceIndex::PresenceIndex(const AssessmentPeriod& period, const ScoringInput& input)
    : period_(period)
{
    for (const auto& object : input.objects)
        kinds_.emplace(object.id, object.kind);
    for (const auto& presence : input.presence) {
        by_object_[presence.object].push_back(&presence);
        if (presence.at)
            by_host_[*presence.at].push_back(&presence);
    }
}

int PresenceIndex::days_in(const Spans& spans) const
{
    std::bitset<longest_period> there; // spans may overlap, and a day counts once
    for (const auto* span : spans) {
        const auto from = std::max(span->from.value_or(period_.first), period_.first);
        const auto to = std::min(span->to.value_or(period_.last), period_.last);
        for (auto day = sys_days{from}; day <= sys_days{to}; day += std::chrono::days{1})
            there.set(static_cast<std::size_t>((day - sys_days{period_.first}).count()));
    }
    return static_cast<int>(there.count());
}

int PresenceIndex::days_of(const Uuid& object) const
{
    const auto found = by_object_.find(object);
    return found == by_object_.end() ? period_.days() : days_in(found->second);
}

bool PresenceIndex::is_of(const Uuid& object, AssessedKind kind) const
{
    const auto found = kinds_.find(object);
    return found != kinds_.end() && found->second == kind;
}

std::vector<Uuid> PresenceIndex::related(const Uuid& object, AssessedKind kind, Date day) const
{
    std::vector<Uuid> all;
    if (const auto found = by_host_.find(object); found != by_host_.end())
        for (const auto* span : found->second)
            if (span->covers(day) && is_of(span->object, kind))
                all.push_back(span->object);
    if (const auto found = by_object_.find(object); found != by_object_.end())
        for (const auto* span : found->second)
            if (span->at && span->covers(day) && is_of(*span->at, kind))
                all.push_back(*span->at);
    std::ranges::sort(all);
    all.erase(std::ranges::unique(all).begin(), all.end());
    return all;
}

std::vector<PresenceIndex::Days> PresenceIndex::counted(
    const Spans& spans, AssessedKind kind, Uuid (*other)(const Presence&)) const
{
    std::map<Uuid, Spans> each;
    for (const auto* span : spans)
        if (is_of(other(*span), kind))
            each[other(*span)].push_back(span);
    std::vector<Days> all;
    for (const auto& [object, its] : each)
        if (const auto days = days_in(its); days > 0)
            all.push_back({object, days});
    return all;
}

std::vector<PresenceIndex::Days> PresenceIndex::members_of(
    const Uuid& object, AssessedKind kind) const
{
    const auto found = by_host_.find(object);
    if (found == by_host_.end())
        return {};
    return counted(found->second, kind, [](const Presence& span) { return span.object; });
}

std::vector<PresenceIndex::Days> PresenceIndex::hosts_of(
    const Uuid& object, AssessedKind kind) const
{
    const auto found = by_object_.find(object);
    if (found == by_object_.end())
        return {};
    Spans at_something;
    std::ranges::copy_if(found->second, std::back_inserter(at_something),
        [](const Presence* span) { return span->at.has_value(); });
    return counted(at_something, kind, [](const Presence& span) { return *span.at; });
}

} // namespace model
