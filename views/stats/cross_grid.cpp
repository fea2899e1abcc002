#include "views/stats/cross_grid.h"

#include "views/widgets/tr.h"

namespace views {

CrossGrid::CrossGrid(wxWindow* parent) : NumberGrid(parent, "crosstab", tr("Cross-table")) {}

void CrossGrid::show(std::shared_ptr<const model::CrossTable> table)
{
    const bool is_same = table_ && table_->question == table->question;
    table_ = std::move(table);
    auto lines = model::lines_of(*table_, language());
    const auto last_row = lines.size() - 2;
    const auto last_column = lines.front().size() - 2;
    show_lines(
        std::move(lines),
        [last_row, last_column](std::size_t row, std::size_t column) {
            return row >= last_row || column >= last_column;
        },
        is_same);
}

wxString CrossGrid::spoken() const
{
    if (!table_)
        return {};
    const auto [row, column] = current();
    const auto total = from_wx(tr("Total"));
    const auto head = row < table_->rows.size() ? table_->rows[row].label : total;
    const auto figure = table_->figure(row, column);
    if (table_->columns.empty())
        return tr("{1}: {2}", {head, figure});
    return tr("{1}, {2}: {3}",
        {head, column < table_->columns.size() ? table_->columns[column].label : total, figure});
}

} // namespace views
