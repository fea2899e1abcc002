#pragma once

#include "model/assessment/method.h"
#include "model/base/message.h"
#include "model/base/uuid.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

/// What scores are made of, as values: who keeps them, and where, is not the engine's matter.
namespace model {

struct AssessedObject {
    Uuid id;
    AssessedKind kind = AssessedKind::window;
    std::string name;
};

/// An event of the ledger. It is never changed: an adjusting entry names it, says why and who
/// approved, and adds to its count, minutes or points (a count of -1 takes one back). That holds
/// for the event's own day, whenever it was entered.
struct PointEntry {
    Uuid id;
    Uuid object;
    Date day;
    std::string line;
    std::int64_t count = 1; ///< times, persons, cases, half-days or days
    std::optional<std::int64_t> minutes = {};
    std::optional<Points> points = {}; ///< each, where the rule leaves a choice
    std::optional<Uuid> adjusts = {};
    std::string reason = {};
    std::string approver = {};
    std::string source = {}; ///< where it comes from, for who explains it
};

/// That an object served at another one: a person at a window, a window for a unit. An object
/// without any is there all the time.
struct Presence {
    Uuid object;
    std::optional<Uuid> at;
    std::optional<Date> from;
    std::optional<Date> to;

    bool covers(Date day) const { return (!from || *from <= day) && (!to || day <= *to); }
};

/// What one scorer gave an object, blind to the others.
struct CastBallot {
    Uuid id;
    Uuid object;
    std::string scorer; ///< the code the method has
    std::string voter;  ///< who it was; one ballot each
    Points points;
};

/// A score made elsewhere for the same period, as of the staff whose mean is part of their
/// window's.
struct KnownScore {
    Uuid object;
    Points points;
};

struct ScoringInput {
    std::span<const AssessedObject> objects;
    std::span<const PointEntry> entries; ///< of the period, and of its year before it for vetoes
    std::span<const Presence> presence;
    std::span<const CastBallot> ballots;
    std::span<const KnownScore> known;
};

/// An entry or ballot that was not counted, or not as it might have been meant, and why.
struct ScoringProblem {
    Uuid id;
    Message what;

    bool operator==(const ScoringProblem&) const = default;
};

/// An event with all that was adjusted of it.
struct EffectiveEntry {
    const PointEntry* entry = nullptr;
    std::int64_t count = 0;
    std::optional<std::int64_t> minutes;
    std::optional<Points> points;
    std::vector<Uuid> adjusted_by;
};

/// The events from the beginning of the period's year to the end of the period with their
/// adjustments, by day and id, whatever order they come in. What the method or the objects do not
/// know, and adjustments without reason, approver or event, are problems and count nothing; of days
/// before the period nothing is told.
std::vector<EffectiveEntry> effective_entries(const AssessmentMethod& method,
    const AssessmentPeriod& period, const ScoringInput& input,
    std::vector<ScoringProblem>& problems);

/// Ids are random where it matters, so a few of their bytes are a hash.
struct UuidHash {
    std::size_t operator()(const Uuid& id) const;
};

} // namespace model
