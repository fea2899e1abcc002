#pragma once

#include "views/dashboard/chart_drawing.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace views {

/// Charts arranged in rows as the width allows: side by side where there is room, wide ones alone.
class ChartBoard {
public:
    /// The charts outlive the board.
    ChartBoard(std::span<const model::Chart> charts, ChartLook look);
    ChartBoard(const ChartBoard&) = delete; // its drawings look at it
    ChartBoard& operator=(const ChartBoard&) = delete;

    /// Arranges them for that many pixels; letters are measured with `dc`.
    void lay_out(wxDC& dc, int width);

    wxSize size() const { return size_; }
    std::size_t count() const { return placed_.size(); }
    const ChartDrawing& drawing(std::size_t chart) const { return *placed_.at(chart).drawing; }

    /// Where a chart stands.
    wxRect place(std::size_t chart) const;

    /// The mark's place on the board, of an empty chart its own.
    wxRect spot(std::size_t chart, int mark) const;

    /// A chart, and a mark on it or -1.
    struct At {
        std::size_t chart = 0;
        int mark = -1;

        bool operator==(const At&) const = default;
    };

    /// The chart at that point, with the mark that is there; nothing between the charts.
    std::optional<At> hit(wxPoint point) const;

    /// Where the arrow key leads: to the mark beside, or where the chart ends to the one before or
    /// behind it.
    At beside(At from, Step step) const;

    /// The first place of the chart before or behind, and where there is none the same.
    At next_chart(At from, bool forward) const;

    /// Where each row of charts begins and ends, for pages.
    const std::vector<std::pair<int, int>>& rows() const { return rows_; }

    /// What lies between two heights, all of it where none are named.
    void draw(wxGraphicsContext& gc, std::optional<At> current = std::nullopt, int from = 0,
        int to = -1) const;

    const ChartLook& look() const { return look_; }

private:
    struct Placed {
        std::unique_ptr<ChartDrawing> drawing;
        wxPoint at;
    };

    std::size_t end_of_row(std::size_t first, int columns) const;
    int first_mark(std::size_t chart) const;

    ChartLook look_;
    std::vector<Placed> placed_;
    std::vector<std::pair<int, int>> rows_;
    wxSize size_;
};

} // namespace views
