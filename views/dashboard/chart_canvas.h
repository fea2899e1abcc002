#pragma once

#include "model/dashboard/dashboard.h"
#include "views/dashboard/chart_board.h"

#include <wx/scrolwin.h>

#include <functional>
#include <memory>
#include <optional>

namespace views {

/// The charts on the screen. Arrow keys go from mark to mark and on to the next chart, Page Up and
/// Page Down from chart to chart, Enter or a click opens what is behind a mark.
class ChartCanvas : public wxScrolledCanvas {
public:
    explicit ChartCanvas(wxWindow* parent);

    /// Shows these; where the same chart is there again, the keyboard stays where it was.
    void show(std::shared_ptr<const model::Dashboard> dashboard);

    /// The chart where the keyboard is; nullptr before anything is shown.
    const model::Chart* chart() const;

    /// The mark there; nullptr on a chart without any.
    const model::ChartMark* mark() const;

    /// Goes to a chart by its name, and to the mark of one of its series at a head.
    void go_to(std::string_view chart, std::size_t head = 0, std::size_t series = 0);

    /// "综合窗口 12 个", with the chart's title before it.
    wxString spoken() const;

    /// As all are arranged, for tests.
    const ChartBoard* board() const { return board_.get(); }

    std::function<void()> on_open; ///< Enter, or a click on a mark
    std::function<void()> on_copy; ///< Ctrl+C
    std::function<void()> on_move; ///< the keyboard is elsewhere

private:
    void on_paint(wxPaintEvent& event);
    void on_key(wxKeyEvent& event);
    void on_motion(wxMouseEvent& event);
    void on_click(wxMouseEvent& event);
    void build();
    void arrange();
    void move(ChartBoard::At to);
    void reveal();
    void moved();

    std::shared_ptr<const model::Dashboard> dashboard_;
    std::unique_ptr<ChartBoard> board_;
    ChartBoard::At current_;
    std::optional<ChartBoard::At> pointed_;
    int arranged_ = -1; ///< the width for which it is
};

} // namespace views
