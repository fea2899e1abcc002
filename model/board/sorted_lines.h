#pragma once

#include "model/board/board.h"

#include <map>
#include <string_view>
#include <unordered_map>

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
    std::string_view page;

    auto operator<=>(const KindOrder&) const = default;
};

/// What orders lines of one kind: by when, then as they were entered.
using LineOrder = std::pair<std::chrono::sys_days, Rid>;

struct KindOfLines {
    When when = When::undated;
    const char* area = nullptr; ///< msgid
    Level level = Level::remind;
    const EntityDef* def = nullptr;
    std::string name; ///< the same whatever else there is
    std::multimap<LineOrder, BoardLine> lines;
};

/// The lines of a board in their order, and where those of a record are.
struct SortedLines {
    explicit SortedLines(Board::Grouping by, Date of) : grouping(by), today(of) {}

    void put(const BoardLine& line);
    void drop(Rid record);

    /// Other lines are put off now.
    void take(const std::vector<Snooze>& snoozed);

    using Kinds = std::map<KindOrder, KindOfLines>;
    struct Place {
        Kinds::iterator kind;
        std::multimap<LineOrder, BoardLine>::iterator line;
    };

    Board::Grouping grouping;
    Date today;
    Kinds kinds;
    std::unordered_multimap<Rid, Place> places;
    std::map<LineName, Snooze> snoozes;

private:
    void put_again(const std::set<LineName>& names);
};

} // namespace model
