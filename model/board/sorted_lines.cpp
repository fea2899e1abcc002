#include "model/board/sorted_lines.h"

#include <algorithm>

namespace model {

namespace {

constexpr const char* other_area = msgid("Other registers");
constexpr const char* program_area = msgid("Program");

/// The place among areas() and after them what is in none.
int area_of(const EntityDef* def)
{
    const auto all = areas();
    const auto of_none = static_cast<int>(all.size());
    if (!def)
        return of_none + 1;
    const auto found = std::ranges::find_if(
        all, [&](const Area& area) { return std::ranges::count(area.entities, def->name) > 0; });
    return found == all.end() ? of_none : static_cast<int>(found - all.begin());
}

const char* label_of_area(int area)
{
    const auto all = areas();
    const auto at = static_cast<std::size_t>(area);
    return at < all.size() ? all[at].label : at == all.size() ? other_area : program_area;
}

std::string name_of(const BoardLine& line)
{
    const auto& finding = *line.finding;
    std::string name(line.def ? line.def->name : std::string_view());
    name.append("/").append(finding.rule).append("/").append(finding.field);
    return name.append("/").append(finding.message.id);
}

} // namespace

void SortedLines::put(const BoardLine& line)
{
    const auto& finding = *line.finding;
    const bool is_off = !snoozes.empty() && snoozes.contains(line.name());
    const auto when = is_off ? When::put_off : when_due(finding.due, today);
    const int area = area_of(line.def);
    const bool by_when = grouping == Board::Grouping::when;
    const KindOrder order{.group = by_when ? static_cast<int>(when) : area,
        .within = by_when ? area : static_cast<int>(when),
        .level = -static_cast<int>(finding.level),
        .entity = line.def ? line.def->id : 0,
        .rule = finding.rule,
        .field = finding.field,
        .message = finding.message.id};
    const auto [kind, is_new] = kinds.try_emplace(order);
    if (is_new)
        kind->second = {.when = when,
            .area = label_of_area(area),
            .level = finding.level,
            .def = line.def,
            .name = name_of(line),
            .lines = {}};
    const auto at = kind->second.lines.emplace(
        LineOrder(finding.due.value_or(Date{}).ok() ? std::chrono::sys_days(*finding.due)
                                                    : std::chrono::sys_days(),
            line.rid),
        line);
    places.emplace(line.rid, Place{kind, at});
}

void SortedLines::drop(Rid record)
{
    const auto [begin, end] = places.equal_range(record);
    for (auto at = begin; at != end; ++at) {
        const auto& [kind, line] = at->second;
        kind->second.lines.erase(line);
        if (kind->second.lines.empty())
            kinds.erase(kind);
    }
    places.erase(begin, end);
}

void SortedLines::take(const std::vector<Snooze>& snoozed)
{
    std::set<LineName> others;
    for (const auto& [name, snooze] : snoozes)
        others.insert(name);
    const auto before = std::exchange(snoozes, {});
    for (const auto& snooze : snoozed) {
        snoozes.emplace(snooze.line, snooze);
        if (before.contains(snooze.line))
            others.erase(snooze.line); // only its day may be another
        else
            others.insert(snooze.line);
    }
    if (!others.empty())
        put_again(others);
}

void SortedLines::put_again(const std::set<LineName>& names)
{
    std::vector<BoardLine> lines;
    std::set<Rid> records;
    for (const auto& [rid, place] : places)
        if (names.contains(place.line->second.name()))
            records.insert(rid);
    for (const auto rid : records) {
        const auto [begin, end] = places.equal_range(rid);
        for (auto at = begin; at != end; ++at)
            lines.push_back(at->second.line->second);
        drop(rid);
    }
    for (const auto& line : lines)
        put(line);
}

} // namespace model
