#pragma once

#include "model/assessment/ledger.h"

#include <optional>
#include <string>
#include <vector>

namespace model {

/// Why an event gave other points than its rule states.
enum class EventNote { none, within_free, beyond_limit, no_band, taken_back };

/// What an event gave an object: by its own rule, or by a link from another object's.
struct EventPoints {
    Uuid entry;
    Date day;
    std::string line; ///< the rule that gave them
    std::int64_t count = 0;
    std::optional<std::int64_t> minutes;
    Points points; ///< as they counted
    EventNote note = EventNote::none;
    std::optional<Uuid> linked_from; ///< the object that the event is about, and its rule
    std::string linked_line;
    std::vector<Uuid> adjusted_by;
};

struct CategoryScore {
    std::string number;
    Points deducted;         ///< at most zero
    Points added;            ///< at least zero; of a category from full points it counts as bonus
    Points score;            ///< what is left of its points, or was earned of them
    bool is_clipped = false; ///< at its floor, or at its points
};

/// One who gave part of a score.
struct ScorePiece {
    Uuid id; ///< the ballot, or the object whose score it is
    Points points;
    int days = 1; ///< the weight within its scorer
};

struct ScorerScore {
    std::string code;
    std::int64_t weight = 0;      ///< in hundredths of a percent
    std::optional<Points> points; ///< none: nobody gave any yet
    Points part;                  ///< by weight, exact
    std::vector<ScorePiece> pieces;
};

struct Veto {
    Uuid entry;
    Date day;
    std::string line;
    AssessmentPeriod scope;

    /// Whether it bars from the titles of that period.
    bool bars(const AssessmentPeriod& period) const
    {
        return scope.has(period) && day <= period.last;
    }

    bool operator==(const Veto&) const = default;
};

/// The score of an object with everything behind it.
struct ObjectScore {
    AssessedObject object;
    std::vector<EventPoints> events; ///< by day and id
    std::vector<CategoryScore> categories;
    Points loose_deducted; ///< under no category
    Points bonus;          ///< all of it
    Points bonus_counted;  ///< up to the cap
    Points unclipped;      ///< before the lowest and the highest score
    Points ledger;         ///< what its own ledger comes to
    std::vector<ScorerScore> scorers;
    std::optional<Points> total; ///< rounded as the method says; none while something is missing
    std::string band;
    std::vector<Message> missing; ///< why there is no total
    std::vector<Veto> vetoes;
    int days = 0; ///< present, of so many
    int period_days = 0;
    Points deducted;
    std::int64_t deductions = 0; ///< events that took points
};

struct PeriodScores {
    std::vector<ObjectScore> objects;     ///< in the order in which they were given
    std::vector<ScoringProblem> problems; ///< by id

    const ObjectScore* of(const Uuid& id) const;
};

/// The scores of all objects for the period. Nothing but the arguments counts, and the order of
/// entries, presence and ballots does not, so that a closed period comes out the same for ever. An
/// object is of one kind and named once; those of kinds that the method is not about only tell who
/// served where; whoever was never there in the period has no score.
/// Rounded are: linked points and means to four places, the total as the method says. Throws Error
/// where counts are so large that points pass 64 bits.
PeriodScores score(
    const AssessmentMethod& method, const AssessmentPeriod& period, const ScoringInput& input);

} // namespace model
