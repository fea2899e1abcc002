#pragma once

#include "model/dashboard/figure_table.h"

#include <wx/grid.h>

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace views {

/// A table of figures on the screen: a cell for each, gone through by the arrow keys, its heads and
/// the names of its lines always in sight, the totals last.
class FigureGrid : public wxGrid {
public:
    FigureGrid(wxWindow* parent, const wxString& spoken);

    /// Shows the lines at these places of the table.
    void show(std::shared_ptr<const model::FigureTable> table, std::vector<std::size_t> places);

    /// The line where the keyboard is, and its column; nothing before the first table.
    const model::FigureLine* line() const;
    std::size_t column() const { return current_.second; }

    void go_to(std::size_t row, std::size_t column);

    /// "修山镇，派驻人员：3", as screen readers say it.
    wxString spoken() const;

    std::function<void()> on_open; ///< Enter, or a double click: the records of the figure
    std::function<void()> on_copy;
    std::function<void()> on_move; ///< the keyboard is in another cell

private:
    void on_key(wxKeyEvent& event);
    void fit();
    void moved();

    wxString spoken_; ///< of the grid itself
    std::shared_ptr<const model::FigureTable> table_;
    std::vector<std::size_t> places_;
    std::pair<std::size_t, std::size_t> current_; ///< wxGrid tells of a move before it is made
};

} // namespace views
