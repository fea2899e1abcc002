#include "model/commands/seen_scores.h"

#include "model/entities/score.h"

#include <algorithm>
#include <set>

namespace model {

namespace {

/// The lines of titles name lines of the ranking, which are fewer then.
void leave(
    KindResult& kind, const std::vector<PeriodStanding>& standings, const std::set<Uuid>& seen)
{
    constexpr auto gone = static_cast<std::size_t>(-1);
    std::vector<std::size_t> places;
    std::vector<RankLine> ranking;
    for (auto& line : kind.ranking) {
        const bool stays = seen.contains(standings[line.standing].object);
        places.push_back(stays ? ranking.size() : gone);
        if (stays)
            ranking.push_back(std::move(line));
    }
    kind.ranking = std::move(ranking);
    for (auto& title : kind.titles) {
        for (auto& line : title.lines)
            line.rank = places.at(line.rank);
        std::erase_if(title.lines, [](const TitleLine& line) { return line.rank == gone; });
    }
}

} // namespace

std::vector<Period> seen_periods(RecordStore& store, const Permission& permission)
{
    const auto& def = def_of<Period>();
    const auto at = permission.extent(Action::see, def);
    std::vector<Period> periods;
    for (const auto& record :
        store.select({.def = &def, .where = at.condition(def), .order = "first DESC, name"}))
        periods.push_back(from_record<Period>(record));
    return periods;
}

void leave_seen(
    PeriodResult& result, RecordStore& store, const Period& period, const Permission& permission)
{
    const auto extent = permission.extent(Action::see, def_of<ScoreRecord>());
    if (extent.is_everything())
        return;
    const auto meta = store.rows().meta(period.id);
    const auto& units = result.input.units;
    std::set<Uuid> seen;
    for (const auto& standing : result.standings) {
        const auto unit = units.find(standing.object);
        if (meta && extent.holds(meta->scope, unit == units.end() ? Uuid() : unit->second))
            seen.insert(standing.object);
    }
    for (auto& kind : result.kinds)
        leave(kind, result.standings, seen);
    std::erase_if(result.scores.objects,
        [&](const ObjectScore& score) { return !seen.contains(score.object.id); });
    result.scores.problems.clear();
}

} // namespace model
