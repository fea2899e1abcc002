#pragma once

#include "model/assessing/period_input.h"
#include "model/assessment/titles.h"

#include <string>
#include <vector>

namespace model {

/// One kind of object of a period, ranked, with its titles.
struct KindResult {
    AssessedKind kind = AssessedKind::window;
    std::vector<RankLine> ranking; ///< lines of PeriodResult::standings
    std::vector<TitleResult> titles;
};

/// What a period comes to.
struct PeriodResult {
    PeriodInput input;
    PeriodScores scores; ///< of a period that is made of shorter ones: none
    std::vector<PeriodStanding> standings;
    std::vector<KindResult> kinds;
    std::vector<Message> troubles; ///< why it is not whole: shorter periods that are not there
    bool is_locked = false;        ///< as it was locked, and not as the registers are now

    const PeriodStanding* standing(const Uuid& object) const;
    const RankLine* rank_of(const Uuid& object) const;

    /// The titles that the object holds, as one text; candidates are none.
    std::string titles_of(const Uuid& object) const;
};

/// The scores of a period: of one that is locked from what they were computed from then, else from
/// the registers as they are. A period longer than the method's own is made of the shorter ones of
/// the same place and method. Throws UsageError where its method is not here, Error where what it
/// rests on cannot be read.
PeriodResult period_result(RecordStore& store, const Period& period);

/// The same from the registers, whatever was locked: what a lock would keep.
PeriodResult drafted_result(RecordStore& store, const Period& period);

/// Adds to the ranking where each stood in the period of that place and method before (上期名次),
/// if that one is locked. Throws as period_result() does.
void add_places_before(RecordStore& store, const Period& period, PeriodResult& result);

/// Whether the period is longer than those its method is made for.
bool is_made_of_shorter(RecordStore& store, const Period& period);

/// From values alone, as a locked one is computed again.
PeriodResult result_of(PeriodInput input);

/// The text that a locked period keeps (basis_text.h), its parts put together; empty for none.
std::string kept_basis(RecordStore& store, const Uuid& period);

/// The period of that place and method (any version of it) that begins there; nothing where it was
/// not opened.
std::optional<Period> find_period(
    RecordStore& store, const Uuid& place, const std::string& code, const AssessmentPeriod& span);

} // namespace model
