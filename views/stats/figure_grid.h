#pragma once

#include "model/dashboard/figure_table.h"
#include "views/stats/number_grid.h"

#include <memory>

namespace views {

/// A table of figures (figure_table.h) on the screen, the totals last.
class FigureGrid : public NumberGrid {
public:
    FigureGrid(wxWindow* parent, const wxString& spoken)
        : NumberGrid(parent, "figure_table", spoken)
    {
    }

    /// Shows the lines at these places of the table; the same places keep where the keyboard is.
    void show(std::shared_ptr<const model::FigureTable> table, std::vector<std::size_t> places);

    /// The line where the keyboard is, and its column of figures: the first, where it is on a
    /// detail; nothing before the first table.
    const model::FigureLine* line() const;
    std::size_t column() const;

    wxString spoken() const override;

private:
    std::shared_ptr<const model::FigureTable> table_;
    std::vector<std::size_t> places_;
};

} // namespace views
