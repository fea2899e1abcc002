#pragma once

#include "model/entities/item.h"
#include "model/entities/negative_entry.h"
#include "model/rules/share.h"

#include <functional>
#include <map>
#include <span>

namespace model {

/// How many items stand where. Each item is in one of them, so that they add up to all().
struct StationCounts {
    std::int64_t stationed = 0;
    std::int64_t site = 0;    ///< not stationed: limits of the site
    std::int64_t secret = 0;  ///< not stationed: state secret; counted and not described
    std::int64_t other = 0;   ///< not stationed: another reason
    std::int64_t without = 0; ///< not stationed, and no reason is given
    std::int64_t undecided = 0;

    bool operator==(const StationCounts&) const = default;

    std::int64_t with_reason() const { return site + secret + other; }
    std::int64_t not_stationed() const { return with_reason() + without; }
    std::int64_t all() const { return stationed + not_stationed() + undecided; }
};

/// 应进必进: what of the county's catalog is at the hall, as of a day. All is counted from one
/// ledger, the items: each unit's counts, and with them those of no unit, add up to the whole.
struct StationFigures {
    StationCounts items;
    std::map<Uuid, StationCounts> units; ///< each unit that has an item
    StationCounts of_no_unit;
    std::int64_t not_upon_application = 0; ///< in force, but nothing for a hall; in no other count

    std::int64_t units_with_all() const;
    std::int64_t units_with_some() const;
    std::int64_t units_with_none() const;

    Share items_stationed() const; ///< 事项进驻率
    Share units_stationed() const; ///< 部门进驻率: units with at least one item at the hall
};

/// Told of each item that is counted, and as what.
using OnStation = std::function<void(const Item& item, std::int64_t StationCounts::*what)>;

/// Counts the items that are in force on that day and done upon application. One that is not
/// stationed and gives no reason has that of its entry in the negative list in force.
StationFigures station_figures(std::span<const Item> items,
    std::span<const NegativeEntry> negative_list, Date today, const OnStation& on_counted = {});

} // namespace model
