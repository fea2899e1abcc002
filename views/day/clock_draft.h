#pragma once

#include "model/day/clock_import.h"

#include <filesystem>

namespace views {

/// A clock file on its way in, which the pages of the window fill in turn.
struct ClockDraft {
    std::filesystem::path path;
    model::ClockOptions options;
    model::ClockTerms terms;
    model::ClockSheet sheet;
    std::vector<model::ClockColumn> unknown; ///< columns that nobody knows yet
    model::ClockPlan plan;

    bool has_file() const { return !path.empty(); }
    bool is_read() const { return !sheet.layout.columns.empty(); }

    /// The columns as they are read, or as they stand in a file that cannot be.
    const std::vector<model::ClockColumn>& columns() const
    {
        return is_read() ? sheet.layout.columns : unknown;
    }
};

} // namespace views
