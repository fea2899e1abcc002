#include "model/board/sorted_lines.h"

#include <algorithm>
#include <limits>

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

/// The day by which lines of a kind are ordered.
std::int32_t day_of(const std::optional<Date>& due)
{
    return due && due->ok()
        ? static_cast<std::int32_t>(std::chrono::sys_days(*due).time_since_epoch().count())
        : 0;
}

} // namespace

KindOfLines& SortedLines::kind_of(const BoardLine& line)
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
        .message = finding.message.id,
        .page = std::string(line.page)};
    const auto [kind, is_new] = kinds.try_emplace(order);
    if (is_new)
        kind->second = {.when = when,
            .area = label_of_area(area),
            .level = finding.level,
            .def = line.def,
            .page = std::string(line.page),
            .name = name_of(line),
            .lines = {}};
    return kind->second;
}

void SortedLines::collect(const BoardLine& line)
{
    auto& kind = kind_of(line);
    const auto due = day_of(line.finding->due);
    kind.lines.collect({due, line.rid, line.finding, line.id});
    places_.collect({line.rid, due, line.finding, &kind});
}

void SortedLines::finish()
{
    for (auto& [order, kind] : kinds)
        kind.lines.finish();
    places_.finish();
}

void SortedLines::put(const BoardLine& line)
{
    auto& kind = kind_of(line);
    const auto due = day_of(line.finding->due);
    kind.lines.add({due, line.rid, line.finding, line.id});
    places_.add({line.rid, due, line.finding, &kind});
}

std::vector<std::pair<KindOfLines*, LineOfKind>> SortedLines::lines_of(Rid record) const
{
    std::vector<std::pair<KindOfLines*, LineOfKind>> lines;
    places_.each_from({record, std::numeric_limits<std::int32_t>::min(), nullptr, nullptr},
        [&](const Place& place) {
            if (place.rid != record)
                return false;
            const LineOfKind before{place.due, record, place.finding, {}};
            place.kind->lines.each_from(before, [&](const LineOfKind& line) {
                lines.emplace_back(place.kind, line);
                return false;
            });
            return true;
        });
    return lines;
}

void SortedLines::drop(Rid record)
{
    for (const auto& [kind, line] : lines_of(record)) {
        kind->lines.drop(line);
        places_.drop({record, line.due, line.finding, kind});
    }
}

void SortedLines::each(const std::function<void(const BoardLine&)>& visit) const
{
    for (const auto& [order, kind] : kinds)
        kind.lines.each([&, &kind = kind](const LineOfKind& line) {
            visit(kind.line(line));
            return true;
        });
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
    std::set<Uuid> named;
    for (const auto& name : names)
        named.insert(name.record);
    std::set<Rid> records;
    each([&](const BoardLine& line) {
        if (named.contains(line.id) && names.contains(line.name()))
            records.insert(line.rid);
    });
    for (const auto rid : records) {
        std::vector<BoardLine> lines;
        for (const auto& [kind, line] : lines_of(rid))
            lines.push_back(kind->line(line));
        drop(rid);
        for (const auto& line : lines)
            put(line);
    }
}

} // namespace model
