// 应进必进 as a table whose figures open their lists.
#include "model/dashboard/figure_reader.h"
#include "model/rules/station_figures.h"
#include "model/rules/still_open.h"

#include <algorithm>
#include <array>
#include <set>

namespace model {

namespace {

/// The columns that add up to the first.
constexpr std::array parts{&StationCounts::stationed, &StationCounts::site, &StationCounts::secret,
    &StationCounts::other, &StationCounts::without, &StationCounts::undecided};

constexpr std::size_t all_items = 0;
constexpr std::size_t negative = parts.size() + 1;

std::vector<FigureColumn> columns_of_stationing()
{
    const auto* items = &def_of<Item>();
    return {{msgid("Items for the hall"), "", "", items},
        {msgid("Stationed"), msgid("Units with nothing at the hall"), "", items},
        {msgid("Not: limits of the site"), "", "", items},
        {msgid("Not: state secret"), "", "", items}, {msgid("Not: another reason"), "", "", items},
        {msgid("Not, without a reason"), "", msgid("Units with items out without a reason"), items},
        {msgid("Undecided"), "", msgid("Units with undecided items"), items},
        {msgid("On the negative list"), "", msgid("Units with items on the negative list"), items}};
}

std::set<Uuid> listed(const std::vector<NegativeEntry>& entries, Date today)
{
    std::set<Uuid> items;
    for (const auto& entry : entries)
        if (entry.item && binds(entry, today))
            items.insert(*entry.item);
    return items;
}

std::string percent_of(const Share& share)
{
    return share.whole == 0 ? std::string("0") : share.percent();
}

void add_notes(FigureTable& table, const StationFigures& figures)
{
    const auto items = figures.items_stationed();
    const auto units = figures.units_stationed();
    table.notes = {
        {msgid("Items at the hall: {1} of {2} ({3} %); not there with a reason {4}, without {5}"),
            {std::to_string(items.part), std::to_string(items.whole), percent_of(items),
                std::to_string(figures.items.with_reason()),
                std::to_string(figures.items.without)}},
        {msgid("Units at the hall: {1} of {2} ({3} %); with all their items {4}, with some {5}, "
               "with none {6}"),
            {std::to_string(units.part), std::to_string(units.whole), percent_of(units),
                std::to_string(figures.units_with_all()), std::to_string(figures.units_with_some()),
                std::to_string(figures.units_with_none())}},
        {msgid("Not counted, as they are not done upon application: {1}"),
            {std::to_string(figures.not_upon_application)}}};
}

/// The records of each unit, in the order of its lines.
class UnitLines {
public:
    FigureLine& of(const std::optional<Uuid>& unit)
    {
        auto& line = lines_[unit.value_or(Uuid{})];
        line.figures.resize(negative + 1);
        return line;
    }

    std::vector<FigureLine> take(RecordStore& store, const Translate& translate)
    {
        std::vector<FigureLine> all;
        for (auto& [unit, line] : lines_)
            if (!unit.is_nil()) {
                line.name = store.title_of(unit);
                all.push_back(std::move(line));
            }
        std::ranges::sort(all, {}, &FigureLine::name);
        if (const auto none = lines_.find(Uuid{}); none != lines_.end()) {
            none->second.name = translate(msgid("Of no unit"));
            none->second.is_counted = false;
            all.push_back(std::move(none->second));
        }
        return all;
    }

private:
    std::map<Uuid, FigureLine> lines_;
};

} // namespace

FigureTable read_stationing(
    RecordStore& store, const Permission& permission, const Translate& translate)
{
    const FigureReader reader{store, permission};
    FigureTable table{.name = "stationing",
        .title = msgid("Stationing of items"),
        .today = store.today(),
        .head = msgid("Unit"),
        .columns = columns_of_stationing(),
        .why_empty = {msgid("There is no item in force that is done upon application")}};
    table.total = {
        .name = translate(msgid("Together")), .figures = std::vector<Figure>(table.columns.size())};
    const auto items = reader.all<Item>();
    const auto entries = reader.all<NegativeEntry>();
    const auto on_list = listed(entries, table.today);
    UnitLines lines;
    const auto figures = station_figures(
        items, entries, table.today, [&](const Item& item, std::int64_t StationCounts::*what) {
            const auto part =
                static_cast<std::size_t>(std::ranges::find(parts, what) - parts.begin());
            for (auto* line : {&lines.of(item.unit), &table.total}) {
                line->figures[all_items].records.push_back(item.id);
                line->figures[part + 1].records.push_back(item.id);
                if (on_list.contains(item.id))
                    line->figures[negative].records.push_back(item.id);
            }
        });
    table.lines = lines.take(store, translate);
    add_notes(table, figures);
    reader.note_sight(table);
    return table;
}

} // namespace model
