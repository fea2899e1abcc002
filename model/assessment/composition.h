#pragma once

#include "model/assessment/presence_index.h"
#include "model/assessment/score.h"

#include <map>
#include <unordered_map>

namespace model {

/// Makes the total of an object out of its ledger and, where the method has several scorers, of
/// what each of them gave, by weight.
class Composition {
public:
    /// Ballots by unknown scorers, outside the scale, or the second of one voter are problems.
    Composition(const AssessmentMethod& method, const ScoringInput& input,
        const PresenceIndex& presence, std::vector<ScoringProblem>& problems);

    /// Fills scorers, missing, total and band.
    void compose(ObjectScore& score) const;

private:
    void take_ballots(const ScoringInput& input, std::vector<ScoringProblem>& problems);
    ScorerScore scorer_score(const Scorer& scorer, ObjectScore& score) const;
    void add_scores(
        std::vector<PresenceIndex::Days> days, ScorerScore& scorer, ObjectScore& score) const;

    const AssessmentMethod& method_;
    const PresenceIndex& presence_;
    std::unordered_map<Uuid, Points, UuidHash> known_;
    std::map<Uuid, std::string> names_;
    std::map<std::pair<Uuid, std::string>, std::vector<ScorePiece>> ballots_;
};

} // namespace model
