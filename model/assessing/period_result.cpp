#include "model/assessing/period_result.h"

#include "model/assessing/basis_text.h"
#include "model/assessing/kept_methods.h"
#include "model/base/text.h"
#include "model/entities/period_basis.h"
#include "model/entities/score.h"

#include <algorithm>

namespace model {

namespace {

void rank_all(PeriodResult& result)
{
    for (const auto kind : result.input.method.objects) {
        KindResult of{.kind = kind, .ranking = {}, .titles = {}};
        of.ranking = rank(result.input.method, kind, result.standings);
        of.titles = award_titles(
            result.input.method, result.input.period, kind, result.standings, of.ranking);
        result.kinds.push_back(std::move(of));
    }
}

/// Names are no part of what a locked period rests on.
void name_objects(RecordStore& store, const Uuid& period, PeriodInput& input)
{
    std::map<Uuid, std::string> names;
    for (const auto& record : store.where(def_of<ScoreRecord>(), "period", period)) {
        const auto score = from_record<ScoreRecord>(record);
        names.emplace(object_of(score), score.name);
        if (score.unit)
            input.units.emplace(object_of(score), *score.unit);
    }
    for (auto& object : input.objects)
        if (const auto found = names.find(object.id); found != names.end())
            object.name = found->second;
}

std::string code_of(RecordStore& store, const Period& period)
{
    const auto method = store.find(def_of<Method>(), period.method.value_or(Uuid()));
    return method ? from_record<Method>(*method).code : std::string();
}

/// Each object's standings in the shorter periods become one.
PeriodResult composed_result(RecordStore& store, const Period& period, AssessmentMethod method)
{
    PeriodResult result;
    result.input.method = std::move(method);
    result.input.period = span_of(period);
    std::vector<Uuid> order;
    std::map<Uuid, std::vector<PeriodStanding>> parts;
    const auto code = code_of(store, period);
    for (const auto& span : result.input.period.parts(*result.input.method.period)) {
        const auto part = find_period(store, period.place.value_or(Uuid()), code, span);
        if (!part) {
            result.troubles.push_back({msgid("{1} was not opened"), {span.text()}});
            continue;
        }
        auto shorter = period_result(store, *part);
        if (!shorter.is_locked)
            result.troubles.push_back({msgid("{1} is not locked yet"), {part->name}});
        result.input.units.merge(shorter.input.units);
        for (auto& standing : shorter.standings) {
            auto& its = parts[standing.object];
            if (its.empty())
                order.push_back(standing.object);
            its.push_back(std::move(standing));
        }
    }
    for (const auto& object : order)
        result.standings.push_back(compose(result.input.method, parts.at(object)));
    rank_all(result);
    return result;
}

bool is_composed(const AssessmentMethod& method, const Period& period)
{
    return method.period && period.kind && *method.period < *period.kind;
}

} // namespace

const PeriodStanding* PeriodResult::standing(const Uuid& object) const
{
    const auto found = std::ranges::find(standings, object, &PeriodStanding::object);
    return found == standings.end() ? nullptr : &*found;
}

const RankLine* PeriodResult::rank_of(const Uuid& object) const
{
    for (const auto& kind : kinds)
        for (const auto& line : kind.ranking)
            if (standings[line.standing].object == object)
                return &line;
    return nullptr;
}

std::string PeriodResult::titles_of(const Uuid& object) const
{
    std::vector<std::string> names;
    for (const auto& kind : kinds)
        for (const auto& title : kind.titles)
            for (const auto& line : title.lines)
                if (line.state == TitleState::awarded
                    && standings[kind.ranking[line.rank].standing].object == object)
                    names.push_back(title.title->name);
    return join(names, "、");
}

PeriodResult result_of(PeriodInput input)
{
    PeriodResult result;
    result.input = std::move(input);
    result.scores = score(result.input.method, result.input.period, result.input.values());
    for (const auto& each : result.scores.objects)
        if (result.input.method.is_about(each.object.kind))
            result.standings.push_back(standing_of(each));
    rank_all(result);
    return result;
}

PeriodResult drafted_result(RecordStore& store, const Period& period)
{
    auto method = kept_method(store, period.method.value_or(Uuid()));
    if (is_composed(method, period))
        return composed_result(store, period, std::move(method));
    return result_of(read_input(store, period, std::move(method)));
}

void add_places_before(RecordStore& store, const Period& period, PeriodResult& result)
{
    const auto before = find_period(
        store, period.place.value_or(Uuid()), code_of(store, period), span_of(period).before());
    if (!before || !before->locked)
        return;
    const auto earlier = period_result(store, *before);
    for (auto& kind : result.kinds)
        for (const auto& its : earlier.kinds)
            if (its.kind == kind.kind)
                add_movement(kind.ranking, result.standings, its.ranking, earlier.standings);
}

bool is_made_of_shorter(RecordStore& store, const Period& period)
{
    const auto record = store.find(def_of<Method>(), period.method.value_or(Uuid()));
    const auto method = record ? from_record<Method>(*record) : Method{};
    return method.period && period.kind && *method.period < *period.kind;
}

PeriodResult period_result(RecordStore& store, const Period& period)
{
    if (!period.locked)
        return drafted_result(store, period);
    PeriodResult result;
    if (is_made_of_shorter(store, period)) {
        result = drafted_result(store, period); // which are locked themselves
    } else {
        auto input = read_basis(kept_basis(store, period.id));
        name_objects(store, period.id, input);
        result = result_of(std::move(input));
    }
    result.is_locked = true;
    return result;
}

std::string kept_basis(RecordStore& store, const Uuid& period)
{
    std::vector<PeriodBasis> parts;
    for (const auto& record : store.where(def_of<PeriodBasis>(), "period", period))
        parts.push_back(from_record<PeriodBasis>(record));
    return basis_of(parts);
}

std::optional<Period> find_period(
    RecordStore& store, const Uuid& place, const std::string& code, const AssessmentPeriod& span)
{
    for (const auto& record : store.where(def_of<Period>(), "place", place)) {
        auto period = from_record<Period>(record);
        if (period.first == span.first && period.kind == span.kind
            && code_of(store, period) == code)
            return period;
    }
    return std::nullopt;
}

} // namespace model
