#pragma once

#include "model/commands/permission.h"
#include "model/dashboard/chart.h"
#include "model/listing/cross_table.h"

namespace model {

/// What the charts are read from, and by whom.
struct ChartReader {
    RecordStore& store;
    const Permission& permission;
    const Translate& translate;
    Date today;

    const EntityDef& def(std::string_view entity) const { return store.catalog().get(entity); }
    CrossSight sight(const EntityDef& of) const;

    /// The question, with {1} in the filter for today.
    CrossQuestion question(std::string_view entity, std::string_view rows, std::string_view columns,
        std::string_view sum, std::string_view where) const;
    CrossTable cross(const CrossQuestion& asked) const;

    /// Says of a chart what its reader should know: that only a part of the register is seen.
    void note_sight(Chart& chart) const;
};

/// The filter of a question with those of heads; empty ones ask for nothing.
std::string where_of(
    const CrossQuestion& question, const std::string& row, const std::string& column = {});

/// How many records, or what comes to, under each value of a field.
Chart windows_by_kind(const ChartReader& reader);
Chart windows_by_state(const ChartReader& reader);
Chart staff_by_source(const ChartReader& reader);
Chart staff_by_identity(const ChartReader& reader);

/// 进驻率 of each unit with an item in force that is done upon application, the lowest first
/// (rules/station_figures.h).
Chart stationing_by_unit(const ChartReader& reader);

/// Outlets of each township, their staff, the items they serve and the cases they reported this
/// month, and how many of its villages have any (rules/coverage.h).
Chart outlets_by_township(const ChartReader& reader);
Chart staff_by_township(const ChartReader& reader);
Chart items_by_township(const ChartReader& reader);
Chart reports_by_township(const ChartReader& reader);

/// By month, the current one and the eleven before it.
Chart cases_by_month(const ChartReader& reader);
Chart complaints_by_month(const ChartReader& reader);
Chart bad_ratings_by_month(const ChartReader& reader);
Chart leave_by_month(const ChartReader& reader);
Chart findings_by_month(const ChartReader& reader);

} // namespace model
