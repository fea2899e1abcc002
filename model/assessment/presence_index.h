#pragma once

#include "model/assessment/ledger.h"

#include <unordered_map>
#include <vector>

namespace model {

/// Who was where on which days of a period.
class PresenceIndex {
public:
    PresenceIndex(const AssessmentPeriod& period, const ScoringInput& input);

    /// Days of the period on which it was there; all where nothing is said of it.
    int days_of(const Uuid& object) const;

    /// Those of a kind that served at it, or at which it served, on that day; by id.
    std::vector<Uuid> related(const Uuid& object, AssessedKind kind, Date day) const;

    struct Days {
        Uuid object;
        int days = 0;
    };

    /// Those of a kind that served at it, with their days of the period; by id.
    std::vector<Days> members_of(const Uuid& object, AssessedKind kind) const;

    /// Those of a kind at which it served.
    std::vector<Days> hosts_of(const Uuid& object, AssessedKind kind) const;

private:
    using Spans = std::vector<const Presence*>;

    int days_in(const Spans& spans) const;
    std::vector<Days> counted(
        const Spans& spans, AssessedKind kind, Uuid (*other)(const Presence&)) const;
    bool is_of(const Uuid& object, AssessedKind kind) const;

    AssessmentPeriod period_;
    std::unordered_map<Uuid, AssessedKind, UuidHash> kinds_;
    std::unordered_map<Uuid, Spans, UuidHash> by_object_;
    std::unordered_map<Uuid, Spans, UuidHash> by_host_;
};

} // namespace model
