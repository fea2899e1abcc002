#pragma once

#include "model/board/board.h"
#include "model/board/layered.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string_view>

namespace model {

/// What orders lines on the board, the lines of one kind apart.
struct KindOrder {
    int group = 0;  ///< when or area
    int within = 0; ///< the other one
    int level = 0;  ///< the worst first
    int entity = 0;
    std::string_view rule;
    std::string_view field;
    std::string_view message;
    std::string page;

    auto operator<=>(const KindOrder&) const = default;
};

/// A line among those of its kind: by when, then as they were entered.
struct LineOfKind {
    std::int32_t due = 0; ///< the day's number; 0: undated
    Rid rid = 0;
    const Finding* finding = nullptr;
    Uuid id;

    auto operator<=>(const LineOfKind&) const = default;
};

struct KindOfLines {
    When when = When::undated;
    const char* area = nullptr; ///< msgid
    Level level = Level::remind;
    const EntityDef* def = nullptr;
    std::string page;
    std::string name; ///< the same whatever else there is
    Layered<LineOfKind> lines;

    BoardLine line(const LineOfKind& of) const { return {of.rid, def, of.id, of.finding, page}; }
};

/// The lines of a board in their order, and where those of a record are. Kinds stay when their last
/// line goes.
struct SortedLines {
    explicit SortedLines(Board::Grouping by, Date of) : grouping(by), today(of) {}

    /// While it is filled, in any order; then finish(), and only then the others below.
    void reserve(std::size_t lines) { places_.reserve(lines); }
    void collect(const BoardLine& line);
    void finish();

    void put(const BoardLine& line);
    void drop(Rid record);

    /// Other lines are put off now.
    void take(const std::vector<Snooze>& snoozed);

    /// All of them, in their order.
    void each(const std::function<void(const BoardLine&)>& visit) const;

    using Kinds = std::map<KindOrder, KindOfLines>;

    Board::Grouping grouping;
    Date today;
    Kinds kinds;
    std::map<LineName, Snooze> snoozes;

private:
    /// Where a line is.
    struct Place {
        Rid rid = 0;
        std::int32_t due = 0;
        const Finding* finding = nullptr;
        KindOfLines* kind = nullptr;

        auto operator<=>(const Place&) const = default;
    };

    KindOfLines& kind_of(const BoardLine& line);
    std::vector<std::pair<KindOfLines*, LineOfKind>> lines_of(Rid record) const;
    void put_again(const std::set<LineName>& names);

    Layered<Place> places_;
};

} // namespace model
