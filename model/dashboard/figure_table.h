#pragma once

#include "model/commands/editor.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace model {

/// A count with the records that it counts, all of one register.
struct Figure {
    std::vector<Uuid> records = {};

    std::int64_t count() const { return static_cast<std::int64_t>(records.size()); }
};

/// A column of figures.
struct FigureColumn {
    const char* label = "";         ///< msgid, the head: "Staff posted"
    const char* gap = "";           ///< msgid of the choice of lines without any: "Without staff"
    const char* any = "";           ///< the same of lines with some; neither: there is none
    const EntityDef* def = nullptr; ///< the register counted
};

/// What is counted of one division or unit.
struct FigureLine {
    std::string name;       ///< "修山镇"
    std::string code;       ///< of divisions
    bool is_part = false;   ///< stands under the last line that is none: a village of its township
    bool is_counted = true; ///< false: what is elsewhere, which is no gap of anybody's
    std::vector<Figure> figures = {};
    std::vector<std::string> details = {}; ///< in words, as the table names them
};

/// Lines of figures that add up to their total, each of which opens the list of its records.
struct FigureTable {
    std::string_view name;  ///< "coverage", for scripts
    const char* title = ""; ///< msgid
    Date today;
    const char* head = ""; ///< msgid: of what the lines are
    std::vector<FigureColumn> columns = {};
    std::vector<FigureLine> lines = {};
    FigureLine total = {};
    std::vector<Message> notes = {};       ///< sentences under the table
    Message why_empty = {};                ///< to be said where there are no lines
    std::vector<const char*> details = {}; ///< msgids: what stands in words before the figures

    /// How many lines lack something of the column, and those of `is_part` among them.
    std::size_t gaps(std::size_t column) const;
};

/// Which lines of a table are shown.
struct FigureFilter {
    enum class Which {
        all,
        any_gap, ///< that lack something
        gap,     ///< that have nothing in the column
        any,     ///< that have something there
    };
    Which which = Which::all;
    std::size_t column = 0;

    bool operator==(const FigureFilter&) const = default;
};

/// The places of the lines that the filter leaves; of a part that lacks something also the line it
/// stands under, so that one sees where it is.
std::vector<std::size_t> lines_left(const FigureTable& table, const FigureFilter& filter);

/// 基层覆盖: each township with its villages, and what there is of outlets, staff, items, patrols
/// of the quarter and reports of the month (rules/coverage.h). Of a township's file its own; what
/// the account may not see is not counted, and the notes say so.
FigureTable read_coverage(
    RecordStore& store, const Permission& permission, const Translate& translate);

/// 应进必进: each unit with its items that are for the hall, by where they are and why not
/// (rules/station_figures.h): the six columns after the first add up to it. The last tells which
/// of those that are not at the hall the negative list in force holds.
FigureTable read_stationing(
    RecordStore& store, const Permission& permission, const Translate& translate);

/// The table as texts: a line of heads, the lines with these places, and the totals. After the
/// line's name come its details, then its figures.
std::vector<std::vector<std::string>> lines_of(
    const FigureTable& table, const std::vector<std::size_t>& places, const Translate& translate);

/// Throws Error where the account may not do this to every record the table counts.
void require_figures(Editor& editor, Action action, const FigureTable& table);

} // namespace model
