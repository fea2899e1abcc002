#pragma once

#include "model/commands/permission.h"
#include "model/dashboard/chart.h"

#include <functional>
#include <optional>
#include <vector>

namespace model {

/// The overview (概览) of a file on a day: windows, staff, stationing, outlets and what the last
/// twelve months brought.
struct Dashboard {
    Date today;
    std::vector<Chart> charts;
    std::vector<const EntityDef*> left_out; ///< registers that the account may not look at
};

/// Counts everything, by groups in the file and not record by record. Records that the account may
/// not see are not counted, and charts of which it sees a part alone say so. Between two charts
/// `is_cancelled` is asked; once it says so, there is no dashboard. Throws StoreError where the
/// file fails.
std::optional<Dashboard> read_dashboard(RecordStore& store, const Permission& permission,
    const Translate& translate, const std::function<bool()>& is_cancelled = {});

/// Whether the account may look at a register of which there is a chart.
bool has_dashboard(const Permission& permission);

/// "No charts of these registers, which this account may not look at: {1}"; nothing where none is
/// left out.
std::optional<Message> left_out_note(const Dashboard& dashboard, const Translate& translate);

} // namespace model
