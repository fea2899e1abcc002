#pragma once

#include "model/schema/entity.h"

namespace model {

/// What a platform's sheet says of the cases of a month. Parts must add up to their total, or the
/// row stays out of reports.
struct CaseCount {
    Uuid id;
    Month month;
    std::optional<Uuid> place;
    std::optional<Uuid> unit;
    std::optional<Uuid> window;
    std::optional<Uuid> item;
    std::optional<std::int64_t> received;
    std::optional<std::int64_t> done;
    std::optional<std::int64_t> instant;
    std::optional<std::int64_t> committed;
    std::optional<std::int64_t> online;
    std::optional<std::int64_t> on_site;
    std::optional<std::int64_t> overdue;
    std::optional<Decimal> days;
    std::optional<std::int64_t> ratings;
    std::optional<std::int64_t> satisfied;
    std::optional<std::int64_t> extended;
    std::optional<std::int64_t> appointments;
    std::optional<std::int64_t> door;
    std::string remark;
};

template <>
const EntityDef& def_of<CaseCount>();

template <>
std::span<const Field<CaseCount>> fields_of<CaseCount>();

} // namespace model
