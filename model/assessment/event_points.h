#pragma once

#include "model/assessment/presence_index.h"
#include "model/assessment/score.h"

#include <map>
#include <set>
#include <unordered_map>

namespace model {

/// Gives the events of a period to the objects they are about and, by links, to others. Events come
/// in their order, because what is free and what a limit leaves is used up in it.
class EventSpread {
public:
    EventSpread(const AssessmentMethod& method, const AssessmentPeriod& period,
        const PresenceIndex& presence, std::vector<ScoringProblem>& problems);

    void add(const EffectiveEntry& event);

    std::vector<EventPoints> events_of(const Uuid& object);
    std::vector<Veto> vetoes_of(const Uuid& object);

private:
    struct Used {
        std::int64_t free = 0;
        Points points; ///< without a sign
    };

    EventPoints by_rule(const RuleLine& rule, const EffectiveEntry& event);
    void count(const RuleLine& rule, const EffectiveEntry& event, EventPoints& points);
    void limit(const RuleLine& rule, const Uuid& object, EventPoints& points);
    void follow_links(
        const RuleLine& rule, const EffectiveEntry& event, const Uuid& object, Points points);
    void note_veto(const RuleLine& rule, const EffectiveEntry& event, const Uuid& object);
    Used& used(const RuleLine& rule, const Uuid& object);

    const AssessmentMethod& method_;
    const AssessmentPeriod& period_;
    const PresenceIndex& presence_;
    std::vector<ScoringProblem>& problems_;
    std::map<std::string_view, const RuleLine*> lines_;
    std::multimap<std::string_view, const LinkedDeduction*> links_;
    std::map<std::string_view, PeriodKind> vetoes_;
    std::map<std::pair<Uuid, std::string_view>, Used> used_;
    std::unordered_map<Uuid, std::vector<EventPoints>, UuidHash> events_;
    std::unordered_map<Uuid, std::vector<Veto>, UuidHash> barred_;
};

} // namespace model
