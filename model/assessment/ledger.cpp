#include "model/assessment/ledger.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace model {

namespace {

/// Gathers events and what adjusts them.
class Gathering {
public:
    Gathering(const AssessmentMethod& method, const AssessmentPeriod& period,
        const ScoringInput& input, std::vector<ScoringProblem>& problems)
        : period_(period)
        , input_(input)
        , problems_(problems)
    {
        for (const auto& line : method.lines)
            lines_.emplace(line.number, &line);
        for (const auto& object : input.objects)
            kinds_.emplace(object.id, object.kind);
        for (const auto& veto : method.vetoes)
            barring_.insert(veto.line);
        for (std::size_t before = 0; before != barring_.size();) {
            before = barring_.size();
            for (const auto& link : method.links)
                if (barring_.contains(link.to))
                    barring_.insert(link.from);
        }
    }

    std::vector<EffectiveEntry> all()
    {
        const auto year = AssessmentPeriod::of(PeriodKind::year, period_.last).first;
        const bool has_adjusting = std::ranges::any_of(
            input_.entries, [](const PointEntry& entry) { return entry.adjusts.has_value(); });
        for (const auto& entry : input_.entries) {
            // Most of a year's events are over and bar nobody.
            if (!entry.adjusts && entry.day < period_.first && !barring_.contains(entry.line)) {
                if (has_adjusting)
                    elsewhere_.insert(entry.id);
                continue;
            }
            if (entry.adjusts)
                adjusting_.push_back(&entry);
            else if (!ids_.insert(entry.id).second)
                refuse(entry, {msgid("It stands in the ledger twice")});
            else if (year <= entry.day && entry.day <= period_.last && is_sound(entry))
                events_.push_back({.entry = &entry,
                    .count = entry.count,
                    .minutes = entry.minutes,
                    .points = entry.points,
                    .adjusted_by = {}});
        }
        std::ranges::sort(events_, {}, [](const EffectiveEntry& event) {
            return std::pair(event.entry->day, event.entry->id);
        });
        for (std::size_t i = 0; i < events_.size(); ++i)
            places_.emplace(events_[i].entry->id, i);
        adjust_all();
        return std::move(events_);
    }

private:
    void refuse(const PointEntry& entry, Message what)
    {
        if (period_.first <= entry.day)
            problems_.push_back({entry.id, std::move(what)});
    }

    bool is_sound(const PointEntry& entry)
    {
        const auto line = lines_.find(entry.line);
        const auto kind = kinds_.find(entry.object);
        if (line == lines_.end())
            refuse(entry, {msgid("The method has no rule {1}"), {entry.line}});
        else if (kind == kinds_.end())
            refuse(entry, {msgid("It is about nothing that is assessed in this period")});
        else if (kind->second != line->second->object)
            refuse(entry, {msgid("Rule {1} is about another kind of object"), {entry.line}});
        else if (entry.count < 1)
            refuse(entry, {msgid("It must count at least 1")});
        else if (line->second->per == PointsPer::minutes && !entry.minutes)
            refuse(entry, {msgid("Rule {1} wants to know how many minutes"), {entry.line}});
        else if (const auto* rule = line->second; rule->most && !entry.points)
            refuse(entry,
                {msgid("Rule {1} wants to be told the points, from {2} to {3}"),
                    {entry.line, rule->points->text(), rule->most->text()}});
        else if (rule->most && !lies_between(*entry.points, *rule->points, *rule->most))
            refuse(entry,
                {msgid("{4} points are none that rule {1} allows, from {2} to {3}"),
                    {entry.line, rule->points->text(), rule->most->text(), entry.points->text()}});
        else
            return true;
        return false;
    }

    static bool lies_between(Points points, Points one, Points other)
    {
        return std::min(one, other) <= points && points <= std::max(one, other);
    }

    /// In the order of their ids, so that what is told is the same for every order they come in.
    void adjust_all()
    {
        std::ranges::sort(adjusting_, {}, &PointEntry::id);
        const PointEntry* before = nullptr;
        for (const auto* entry : adjusting_) {
            if (before && before->id == entry->id)
                refuse(*entry, {msgid("It stands in the ledger twice")});
            else
                adjust(*entry);
            before = entry;
        }
        for (auto& event : events_) {
            const auto* rule = lines_.find(event.entry->line)->second;
            const bool is_left = event.count >= 0 && event.minutes.value_or(0) >= 0
                && (!rule->most || lies_between(*event.points, *rule->points, *rule->most));
            if (is_left)
                continue;
            refuse(*event.entry,
                {msgid("After its adjustments it is no event that the rule knows: it counts "
                       "nothing")});
            event.count = 0;
        }
    }

    void adjust(const PointEntry& entry)
    {
        const auto place = places_.find(*entry.adjusts);
        if (place == places_.end()) {
            if (!ids_.contains(*entry.adjusts)
                && !elsewhere_.contains(
                    *entry.adjusts)) // else it lies elsewhere, or has its own problem
                refuse(entry, {msgid("It adjusts an event that is not there")});
            return;
        }
        if (entry.reason.empty() || entry.approver.empty())
            return refuse(
                entry, {msgid("An adjustment needs a reason and the name of who approved it")});
        auto& event = events_[place->second];
        if (entry.object != event.entry->object || entry.line != event.entry->line)
            return refuse(
                entry, {msgid("It is about another object or rule than the event it adjusts")});
        event.count += entry.count;
        if (entry.minutes)
            event.minutes = event.minutes.value_or(0) + *entry.minutes;
        if (entry.points)
            event.points = event.points.value_or(Points()) + *entry.points;
        event.adjusted_by.push_back(entry.id);
    }

    const AssessmentPeriod& period_;
    const ScoringInput& input_;
    std::vector<ScoringProblem>& problems_;
    std::map<std::string_view, const RuleLine*> lines_;
    std::unordered_map<Uuid, AssessedKind, UuidHash> kinds_;
    std::set<std::string_view> barring_; ///< rules that bar from titles, by links too
    std::unordered_set<Uuid, UuidHash> ids_;
    std::unordered_set<Uuid, UuidHash> elsewhere_; ///< events that count nothing any more
    std::vector<const PointEntry*> adjusting_;
    std::vector<EffectiveEntry> events_;
    std::unordered_map<Uuid, std::size_t, UuidHash> places_;
};

} // namespace

std::size_t UuidHash::operator()(const Uuid& id) const
{
    constexpr std::size_t factor = 131;
    std::size_t hash = 0;
    for (const auto byte : id.bytes)
        hash = hash * factor + byte;
    return hash;
}

std::vector<EffectiveEntry> effective_entries(const AssessmentMethod& method,
    const AssessmentPeriod& period, const ScoringInput& input,
    std::vector<ScoringProblem>& problems)
{
    return Gathering(method, period, input, problems).all();
}

} // namespace model
