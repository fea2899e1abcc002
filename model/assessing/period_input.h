#pragma once

#include "model/assessment/ledger.h"
#include "model/entities/ledger_entry.h"
#include "model/entities/period.h"
#include "model/store/record_store.h"

#include <map>
#include <vector>

namespace model {

/// All that the scores of a period are computed from, owned: what the registers say of it now, or
/// said when it was locked.
struct PeriodInput {
    AssessmentMethod method;
    AssessmentPeriod period;
    std::vector<AssessedObject> objects;
    std::vector<PointEntry> entries;
    std::vector<Presence> presence;
    std::vector<CastBallot> ballots;
    std::vector<KnownScore> known;
    std::map<Uuid, Uuid> units; ///< whose sending unit is which, by object

    ScoringInput values() const { return {objects, entries, presence, ballots, known}; }
};

/// The days for which the period counts.
AssessmentPeriod span_of(const Period& period);

/// The place of a period and the branch halls below it: where its objects are.
std::vector<Uuid> assessed_places(RecordStore& store, const Uuid& place);

/// What is assessed, who served where, and what the ledger, the ballots and periods locked before
/// say, as the registers have it now. Windows are there while they are open; staff while their
/// posting lasts, at the windows that they hold and for the unit that sent them; a chief
/// representative at all windows of the unit. Last days do not count (is_over()).
PeriodInput read_input(RecordStore& store, const Period& period, AssessmentMethod method);

/// The register whose records are assessed as that kind: windows, units, outlets (places), or, for
/// staff and chief representatives, persons.
const EntityDef& register_of(AssessedKind kind);

/// Points as the registers keep them, with two places, and back; zero where it is no number.
Decimal decimal_of(Points points);
Points points_of(const Decimal& decimal);

/// The object that an entry, a ballot or a score is about; nil where it names none.
Uuid object_of(AssessedKind kind, const std::optional<Uuid>& window,
    const std::optional<Uuid>& person, const std::optional<Uuid>& unit,
    const std::optional<Uuid>& outlet);

template <class Row>
Uuid object_of(const Row& row)
{
    return row.kind ? object_of(*row.kind, row.window, row.person, row.unit, row.outlet) : Uuid();
}

} // namespace model
