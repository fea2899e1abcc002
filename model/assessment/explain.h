#pragma once

#include "model/assessment/score.h"

#include <string>
#include <vector>

namespace model {

/// A number of a score and what it rests on.
struct ScoreStep {
    Message what;                           ///< "Category 1 …: deducted"
    Points points;                          ///< what it adds
    std::vector<const EventPoints*> events; ///< of the score that is explained
};

/// How a score came about. The steps of the ledger add up to ObjectScore::ledger, those of the
/// composition to its total.
struct ScoreExplanation {
    std::vector<ScoreStep> ledger;
    std::vector<ScoreStep> composition; ///< empty where the ledger is the score
};

/// Opens every number of a score down to its events. The score must outlive what is told of it.
ScoreExplanation explain(const AssessmentMethod& method, const ObjectScore& score);

/// One event in words: "Rule 1.1, late up to 10 minutes: 2 per time". What it gave is in its
/// points.
Message told(const AssessmentMethod& method, const EventPoints& event);

/// Why it gave other points than its rule states: "within what is free"; empty where it did not.
const char* note_label(EventNote note);

} // namespace model
