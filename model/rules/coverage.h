#pragma once

#include "model/entities/agency_case.h"
#include "model/entities/outlet_item.h"
#include "model/entities/outlet_patrol.h"
#include "model/entities/place.h"
#include "model/entities/posting.h"
#include "model/rules/divisions.h"

#include <functional>
#include <span>
#include <vector>

namespace model {

/// What there is of a division's outlet.
struct Reached {
    std::int64_t places = 0;
    std::int64_t staff = 0;     ///< current postings
    std::int64_t items = 0;     ///< served at present
    std::int64_t patrols = 0;   ///< this quarter
    std::int64_t cases = 0;     ///< help and agency cases this month
    std::int64_t full_time = 0; ///< of the staff

    bool operator==(const Reached&) const = default;
    Reached& operator+=(const Reached& other);
};

/// Of how many divisions there is any of each.
struct ReachedDivisions {
    std::int64_t all = 0;
    Reached with;
};

struct CoverageLine {
    Subdivision division;
    Reached reached;
};

/// How the county's townships and villages are reached. The lines, and what is elsewhere, add up to
/// the total: each record of an outlet is counted once.
struct Coverage {
    std::vector<CoverageLine> lines; ///< in the order of the divisions
    Reached elsewhere; ///< of outlets whose code is of no division of the list, and of no place
    Reached total;
    ReachedDivisions townships;
    ReachedDivisions villages;
};

/// The records that coverage counts; those of halls and other places of no division are left out.
struct CoverageRecords {
    std::span<const Place> places;
    std::span<const Posting> postings;
    std::span<const OutletItem> items;
    std::span<const OutletPatrol> patrols;
    std::span<const AgencyCase> cases;
};

/// Told of each record that is counted: at which line (lines.size(): elsewhere), and as what.
using OnReached =
    std::function<void(const Uuid& record, std::size_t line, std::int64_t Reached::*what)>;

/// A township has its service centre and a village its station, that of the same division code;
/// closed ones do not count. The month and the quarter are those of the day.
Coverage coverage(const std::vector<Subdivision>& divisions, const CoverageRecords& records,
    Date today, const OnReached& on_reached = {});

} // namespace model
