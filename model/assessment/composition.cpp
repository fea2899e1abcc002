#include "model/assessment/composition.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace model {

namespace {

constexpr std::int64_t usual_scale = 100;

Points highest_ballot(const AssessmentMethod& method)
{
    return method.max.value_or(method.base.value_or(Points::of(usual_scale)));
}

Points mean_of(const std::vector<ScorePiece>& pieces)
{
    std::vector<WeightedPoints> values;
    for (const auto& piece : pieces)
        values.push_back({piece.points, piece.days});
    return mean(values, Points::inner_places);
}

} // namespace

Composition::Composition(const AssessmentMethod& method, const ScoringInput& input,
    const PresenceIndex& presence, std::vector<ScoringProblem>& problems)
    : method_(method)
    , presence_(presence)
{
    for (const auto& known : input.known)
        known_.emplace(known.object, known.points);
    for (const auto& object : input.objects)
        names_.emplace(object.id, object.name);
    take_ballots(input, problems);
}

void Composition::take_ballots(const ScoringInput& input, std::vector<ScoringProblem>& problems)
{
    std::vector<const CastBallot*> ballots;
    for (const auto& ballot : input.ballots)
        ballots.push_back(&ballot);
    std::ranges::sort(ballots, {}, &CastBallot::id);
    std::set<std::tuple<Uuid, std::string_view, std::string_view>> cast;
    for (const auto* ballot : ballots) {
        const auto refuse = [&](Message what) {
            problems.push_back({ballot->id, std::move(what)});
        };
        const auto scorer = std::ranges::find(method_.composition, ballot->scorer, &Scorer::code);
        if (scorer == method_.composition.end() || scorer->part != ScorePart::ballot)
            refuse({msgid("The method has no ballot of {1}"), {ballot->scorer}});
        else if (!names_.contains(ballot->object))
            refuse({msgid("It is about nothing that is assessed in this period")});
        else if (ballot->points < Points() || ballot->points > highest_ballot(method_))
            refuse({msgid("A ballot gives 0 to {1} points, not {2}"),
                {highest_ballot(method_).text(), ballot->points.text()}});
        else if (!cast.emplace(ballot->object, ballot->scorer, ballot->voter).second)
            refuse(
                {msgid("{1} has given a ballot already: the first one counts"), {ballot->voter}});
        else
            ballots_[{ballot->object, ballot->scorer}].push_back({ballot->id, ballot->points});
    }
}

void Composition::add_scores(
    std::vector<PresenceIndex::Days> days, ScorerScore& scorer, ObjectScore& score) const
{
    for (const auto& [object, present] : days) {
        const auto known = known_.find(object);
        if (known != known_.end()) {
            scorer.pieces.push_back({object, known->second, present});
            continue;
        }
        const auto name = names_.find(object);
        score.missing.push_back({msgid("{1} has no score yet, which is part of {2}"),
            {name == names_.end() ? object.text() : name->second, scorer.code}});
    }
}

ScorerScore Composition::scorer_score(const Scorer& scorer, ObjectScore& score) const
{
    ScorerScore found{
        .code = scorer.code, .weight = scorer.weight, .points = {}, .part = {}, .pieces = {}};
    const auto missing_before = score.missing.size();
    if (scorer.part == ScorePart::ledger) {
        found.points = score.ledger;
    } else if (scorer.part == ScorePart::ballot) {
        const auto ballots = ballots_.find({score.object.id, scorer.code});
        if (ballots != ballots_.end())
            found.pieces = ballots->second;
    } else {
        add_scores(scorer.part == ScorePart::members
                ? presence_.members_of(score.object.id, scorer.object)
                : presence_.hosts_of(score.object.id, scorer.object),
            found, score);
    }
    if (!found.pieces.empty())
        found.points = mean_of(found.pieces);
    if (found.points)
        found.part = found.points->weighted(scorer.weight);
    else if (score.missing.size() == missing_before)
        score.missing.push_back({msgid("Nothing has come in yet from {1}"), {scorer.name}});
    return found;
}

void Composition::compose(ObjectScore& score) const
{
    auto total = score.ledger;
    if (!method_.composition.empty() && score.object.kind == method_.objects.front()) {
        total = Points();
        for (const auto& scorer : method_.composition) {
            score.scorers.push_back(scorer_score(scorer, score));
            total += score.scorers.back().part;
        }
    }
    if (score.days == 0)
        score.missing.assign(1, Message{msgid("Not there in this period")});
    if (!score.missing.empty())
        return;
    score.total = total.rounded(method_.places);
    score.band = method_.band_of(*score.total);
}

} // namespace model
