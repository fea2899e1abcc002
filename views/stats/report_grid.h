#pragma once

#include "views/stats/number_grid.h"

namespace views {

/// A report on the screen: what it is given as texts, its last line the total.
class ReportGrid : public NumberGrid {
public:
    ReportGrid(wxWindow* parent, const wxString& spoken) : NumberGrid(parent, "report", spoken) {}

    /// Where there are as many lines as before the place is kept.
    void show(const Lines& lines)
    {
        const auto count = lines.size();
        const auto is_total = [count](std::size_t row, std::size_t) { return row + 2 == count; };
        show_lines(lines, is_total, std::exchange(count_, count) == count);
    }

private:
    std::size_t count_ = 0;
};

} // namespace views
