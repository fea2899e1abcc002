#pragma once

#include "model/base/date.h"
#include "model/entities/assessed_kind.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace model {

/// A month, quarter, half-year or year of the calendar.
struct AssessmentPeriod {
    PeriodKind kind = PeriodKind::month;
    Date first;
    Date last;

    /// The one of that kind in which the day lies.
    static AssessmentPeriod of(PeriodKind kind, Date day);

    /// Reads "2026-10", "2026-Q4", "2026-H2" or "2026".
    static std::optional<AssessmentPeriod> parse(std::string_view text);

    /// As parse() reads it; in the order of time for periods of one kind.
    std::string text() const;

    AssessmentPeriod before() const;
    AssessmentPeriod after() const;

    bool has(Date day) const { return first <= day && day <= last; }
    bool has(const AssessmentPeriod& other) const
    {
        return first <= other.first && other.last <= last;
    }

    /// How many days it has.
    int days() const;

    /// The shorter periods of that kind that make it up, in their order; itself for its own kind.
    std::vector<AssessmentPeriod> parts(PeriodKind shorter) const;

    bool operator==(const AssessmentPeriod&) const = default;
};

} // namespace model
