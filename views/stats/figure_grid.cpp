#include "views/stats/figure_grid.h"

#include "views/widgets/tr.h"

#include <algorithm>

namespace views {

/// Of lines that have parts those are bold, and the totals.
void FigureGrid::show(
    std::shared_ptr<const model::FigureTable> table, std::vector<std::size_t> places)
{
    const bool has_parts = std::ranges::any_of(table->lines, &model::FigureLine::is_part);
    std::vector<bool> bold;
    for (const auto place : places)
        bold.push_back(!table->lines.at(place).is_part && has_parts);
    bold.push_back(true);
    const bool is_same = places_ == places;
    table_ = std::move(table);
    places_ = std::move(places);
    show_lines(
        model::lines_of(*table_, places_, language()),
        [bold](std::size_t row, std::size_t) { return bold.at(row); }, is_same,
        table_->details.size());
}

std::size_t FigureGrid::column() const
{
    const auto details = table_ ? table_->details.size() : 0;
    return current().second < details ? 0 : current().second - details;
}

const model::FigureLine* FigureGrid::line() const
{
    if (!table_)
        return nullptr;
    const auto row = current().first;
    return row < places_.size() ? &table_->lines.at(places_[row]) : &table_->total;
}

/// A part is called without its indent.
wxString FigureGrid::spoken() const
{
    const auto* shown = line();
    if (!shown)
        return {};
    if (const auto at = current().second;
        at < table_->details.size() && !shown->details.at(at).empty())
        return tr("{1}, {2}: {3}",
            {shown->name, from_wx(tr(table_->details[at])), shown->details.at(at)});
    return tr("{1}, {2}: {3}",
        {shown->name, from_wx(tr(table_->columns.at(column()).label)),
            std::to_string(shown->figures.at(column()).count())});
}

} // namespace views
