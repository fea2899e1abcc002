#pragma once

#include "model/rules/share.h"
#include "model/schema/entity.h"

#include <string>
#include <vector>

namespace model {

/// One number of a chart: a bar, a tile or a point.
struct ChartMark {
    std::int64_t figure = 0;  ///< a count or a sum; of decimals in their smallest places
    std::int64_t records = 0; ///< how many `where` lists
    std::string where = {};   ///< the filter for exactly the records behind it (store/filter.h)
};

/// What a chart draws of each of its heads.
struct ChartSeries {
    const char* label = "";        ///< msgid: "Received"
    const char* spoken = "";       ///< msgid with {1} head, {2} figure, and of shares {3} part,
                                   ///< {4} whole, {5} percent
    const FieldDef* sum = nullptr; ///< none: records are counted
    bool has_gaps = false;         ///< where there are no records, nobody has entered any yet
};

/// A picture of numbers of one register, each with the filter that lists its records.
struct Chart {
    enum class Shape {
        bars,  ///< a bar for each head
        parts, ///< of each head the first series as a part of the second, which is the whole
        tiles, ///< a tile for each head with its share
        lines, ///< a line for each series; the heads are months without gaps
    };

    std::string_view name;  ///< "windows_by_kind", for scripts
    const char* title = ""; ///< msgid
    Shape shape = Shape::bars;
    const EntityDef* def = nullptr;
    std::vector<ChartSeries> series = {};
    std::vector<std::string> heads = {};
    std::vector<ChartMark> marks = {}; ///< head by head, of each one mark a series
    std::vector<ChartMark> totals =
        {};                         ///< one a series; what stands under several heads counts once
    std::vector<Share> shares = {}; ///< of parts and tiles: one a head
    Share share = {};               ///< of parts and tiles: of all together
    std::vector<Message> notes = {};
    Message why_empty = {}; ///< to be said where there is nothing to draw

    const ChartMark& mark(std::size_t head, std::size_t series_at) const;

    /// Whether there is nothing to draw: no heads, or none with a record. Tiles without a record
    /// are drawn, for it is them one looks for.
    bool is_empty() const;
};

/// Whether the number is not known, for nobody entered anything.
bool is_gap(const Chart& chart, const ChartMark& mark, std::size_t series_at);

/// The number as people read it: "12", a sum of decimals to its places "3.5"; of a gap nothing.
std::string figure_text(const Chart& chart, const ChartMark& mark, std::size_t series_at);

/// "35 / 40 (87.5 %)"; without a whole "0 / 0".
std::string share_text(const Share& share);

/// The mark in one sentence, as tooltips and screen readers have it: "综合窗口 12 个"; of a gap
/// that nothing is entered.
std::string spoken(
    const Chart& chart, std::size_t head, std::size_t series_at, const Translate& translate);

/// The chart as a table: a line of heads, one for each head, and the totals.
std::vector<std::vector<std::string>> lines_of(const Chart& chart, const Translate& translate);

} // namespace model
