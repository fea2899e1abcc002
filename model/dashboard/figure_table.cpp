#include "model/dashboard/figure_table.h"

#include "model/commands/require.h"

#include <algorithm>
#include <map>

namespace model {

namespace {

bool lacks(const FigureLine& line, std::size_t column)
{
    return line.is_counted && line.figures.at(column).records.empty();
}

bool is_left(const FigureTable& table, const FigureLine& line, const FigureFilter& filter)
{
    switch (filter.which) {
    case FigureFilter::Which::all:
        return true;
    case FigureFilter::Which::gap:
        return lacks(line, filter.column);
    case FigureFilter::Which::any:
        return !line.figures.at(filter.column).records.empty();
    case FigureFilter::Which::any_gap:
        break;
    }
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (*table.columns[i].gap != '\0' && lacks(line, i))
            return true;
    return false;
}

} // namespace

std::size_t FigureTable::gaps(std::size_t column) const
{
    return static_cast<std::size_t>(std::ranges::count_if(
        lines, [column](const FigureLine& line) { return lacks(line, column); }));
}

std::vector<std::size_t> lines_left(const FigureTable& table, const FigureFilter& filter)
{
    std::vector<std::size_t> left;
    std::size_t above = table.lines.size(); ///< the last that is no part, and not left itself
    for (std::size_t i = 0; i < table.lines.size(); ++i) {
        const auto& line = table.lines[i];
        const bool stays = is_left(table, line, filter);
        if (!line.is_part)
            above = stays ? table.lines.size() : i;
        if (!stays)
            continue;
        if (line.is_part && above < i) {
            left.push_back(above);
            above = table.lines.size();
        }
        left.push_back(i);
    }
    return left;
}

std::vector<std::vector<std::string>> lines_of(
    const FigureTable& table, const std::vector<std::size_t>& places, const Translate& translate)
{
    std::vector<std::vector<std::string>> lines;
    auto& heads = lines.emplace_back();
    heads.push_back(translate(table.head));
    for (const auto* detail : table.details)
        heads.push_back(translate(detail));
    for (const auto& column : table.columns)
        heads.push_back(translate(column.label));
    const auto add = [&](const FigureLine& line) {
        auto& cells = lines.emplace_back();
        cells.push_back((line.is_part ? "　" : "") + line.name);
        for (const auto& detail : line.details)
            cells.push_back(detail);
        for (const auto& figure : line.figures)
            cells.push_back(std::to_string(figure.count()));
    };
    for (const auto place : places)
        add(table.lines.at(place));
    add(table.total);
    return lines;
}

void require_figures(Editor& editor, Action action, const FigureTable& table)
{
    std::map<const EntityDef*, Extent> extents;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto* def = table.columns[i].def;
        auto [extent, is_new] = extents.try_emplace(def);
        if (is_new) {
            require(editor, action, *def);
            extent->second = editor.permission().extent(action, *def);
        }
        if (extent->second.is_everything())
            continue;
        for (const auto& id : table.total.figures.at(i).records)
            if (const auto meta = editor.store().rows().meta(id);
                meta && !extent->second.holds(meta->scope, meta->home))
                throw Error({msgid("Not all of these records are of your unit or place, and only "
                                   "those you may print or export: filter the list first")});
    }
}

} // namespace model
