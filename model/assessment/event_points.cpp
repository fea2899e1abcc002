#include "model/assessment/event_points.h"

#include <algorithm>

namespace model {

namespace {

Points without_sign(Points points)
{
    return points < Points() ? -points : points;
}

const MinutesBand* band_for(const RuleLine& rule, std::int64_t minutes)
{
    for (const auto& band : rule.bands)
        if (band.from <= minutes && (!band.to || minutes <= *band.to))
            return &band;
    return nullptr;
}

} // namespace

EventSpread::EventSpread(const AssessmentMethod& method, const AssessmentPeriod& period,
    const PresenceIndex& presence, std::vector<ScoringProblem>& problems)
    : method_(method)
    , period_(period)
    , presence_(presence)
    , problems_(problems)
{
    for (const auto& line : method_.lines)
        lines_.emplace(line.number, &line);
    for (const auto& link : method_.links)
        links_.emplace(link.from, &link);
    for (const auto& veto : method_.vetoes)
        vetoes_.emplace(veto.line, veto.scope);
}

void EventSpread::add(const EffectiveEntry& event)
{
    const auto& rule = *lines_.at(event.entry->line);
    const auto& object = event.entry->object;
    if (!period_.has(event.entry->day)) { // earlier in the year: it may still bar
        note_veto(rule, event, object);
        follow_links(rule, event, object, Points());
        return;
    }
    auto points = by_rule(rule, event);
    limit(rule, object, points);
    const auto given = points.points;
    events_[object].push_back(std::move(points));
    note_veto(rule, event, object);
    follow_links(rule, event, object, given);
}

EventPoints EventSpread::by_rule(const RuleLine& rule, const EffectiveEntry& event)
{
    EventPoints points{.entry = event.entry->id,
        .day = event.entry->day,
        .line = rule.number,
        .count = event.count,
        .minutes = event.minutes,
        .points = {},
        .note = EventNote::none,
        .linked_from = {},
        .linked_line = {},
        .adjusted_by = event.adjusted_by};
    if (event.count == 0)
        points.note = EventNote::taken_back;
    else
        count(rule, event, points);
    return points;
}

void EventSpread::count(const RuleLine& rule, const EffectiveEntry& event, EventPoints& points)
{
    if (rule.per == PointsPer::minutes) {
        const auto* band = band_for(rule, event.minutes.value_or(0));
        if (band)
            points.points = band->points * event.count;
        else
            points.note = EventNote::no_band;
        return;
    }
    std::int64_t free = 0;
    if (rule.free > 0) {
        auto& so_far = used(rule, event.entry->object).free;
        free = std::min(rule.free - so_far, event.count);
        so_far += free;
    }
    const auto each = rule.most ? *event.points : rule.points.value_or(Points());
    points.points = each * (event.count - free);
    if (free > 0)
        points.note = EventNote::within_free;
}

void EventSpread::limit(const RuleLine& rule, const Uuid& object, EventPoints& points)
{
    if (!rule.limit)
        return;
    auto& so_far = used(rule, object).points;
    const auto wanted = without_sign(points.points);
    const auto left = std::min(wanted, *rule.limit - so_far);
    so_far += left;
    if (left == wanted)
        return;
    points.points = points.points < Points() ? -left : left;
    points.note = EventNote::beyond_limit;
}

void EventSpread::follow_links(
    const RuleLine& rule, const EffectiveEntry& event, const Uuid& object, Points points)
{
    const auto [begin, end] = links_.equal_range(rule.number);
    for (auto at = begin; at != end; ++at) {
        const auto& link = *at->second;
        const auto& to = *lines_.at(link.to);
        const auto targets = presence_.related(object, to.object, event.entry->day);
        const bool is_now = period_.has(event.entry->day);
        if (targets.empty() && is_now && event.count > 0)
            problems_.push_back({event.entry->id,
                {msgid("Nobody was there on {1} to whom rule {2} could go on: its points stay "
                       "where they are"),
                    {to_iso(event.entry->day), link.to}}});
        for (const auto& target : targets) {
            EventPoints linked{.entry = event.entry->id,
                .day = event.entry->day,
                .line = to.number,
                .count = event.count,
                .minutes = event.minutes,
                .points = points.linked(link.ratio),
                .note = event.count == 0 ? EventNote::taken_back : EventNote::none,
                .linked_from = object,
                .linked_line = rule.number,
                .adjusted_by = event.adjusted_by};
            limit(to, target, linked);
            const auto given = linked.points;
            if (is_now)
                events_[target].push_back(std::move(linked));
            note_veto(to, event, target);
            follow_links(to, event, target, given);
        }
    }
}

void EventSpread::note_veto(const RuleLine& rule, const EffectiveEntry& event, const Uuid& object)
{
    const auto veto = vetoes_.find(rule.number);
    if (veto == vetoes_.end() || event.count == 0)
        return;
    const auto scope = AssessmentPeriod::of(veto->second, event.entry->day);
    if (scope.last >= period_.first)
        barred_[object].push_back({event.entry->id, event.entry->day, rule.number, scope});
}

EventSpread::Used& EventSpread::used(const RuleLine& rule, const Uuid& object)
{
    return used_[{object, rule.number}];
}

std::vector<EventPoints> EventSpread::events_of(const Uuid& object)
{
    return std::move(events_[object]);
}

std::vector<Veto> EventSpread::vetoes_of(const Uuid& object)
{
    return std::move(barred_[object]);
}

} // namespace model
