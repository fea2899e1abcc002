// What is left of an edition and of the catalog when the rows have found their items.
#include "model/base/text.h"
#include "model/commands/identity.h"
#include "model/exchange/edition_reading.h"

#include <algorithm>
#include <tuple>

namespace model {

namespace {

constexpr std::size_t names_told = 5;
constexpr int worth_a_note = 3; ///< items that go from one unit to another
constexpr std::size_t moves_told = 5;

/// By what items of one name at one unit may still be told apart.
std::string closer(std::string_view type, std::string_view main_item)
{
    return std::string(type) + '\n' + folded(main_item);
}

std::string first_of(const std::set<std::string>& names)
{
    std::vector<std::string> told;
    for (const auto& name : names) {
        if (told.size() == names_told) {
            told.emplace_back("…");
            break;
        }
        told.push_back(name);
    }
    return join(told, "、");
}

} // namespace

/// Those in force of the same name and unit that the edition has under no code.
std::vector<EditionReading::Index> EditionReading::candidates_for(const Unknown& row)
{
    const auto name_field = def_.index_of("name");
    const auto name = to_text(row.given["name"]);
    const auto unit = to_text(row.given["unit"]);
    auto found = items_.where({&name_field, 1}, {&name, 1});
    std::erase_if(found, [&](Index item) {
        return seen_[item] || !is_in_force(item) || (!unit.empty() && text(item, "unit") != unit);
    });
    return found;
}

/// A new code for an old item: told only where one row and one item have no other to be taken for.
void EditionReading::match_new_codes()
{
    row_ = nullptr;
    // Rows that name a unit come first: what is taken for one of them, no other is taken for.
    std::map<std::tuple<bool, std::string, std::string>, std::vector<std::size_t>> rows;
    for (std::size_t i = 0; i < unknown_.size(); ++i) {
        auto unit = to_text(unknown_[i].given["unit"]);
        auto name = folded(to_text(unknown_[i].given["name"]));
        rows[{unit.empty(), std::move(name), std::move(unit)}].push_back(i);
    }
    std::vector<std::size_t> matched;
    const auto match = [&](std::size_t row, Index item) {
        if (!unknown_[row].is_readable) {
            seen_[item] = true;
            return;
        }
        compare_with(item, unknown_[row].given, unknown_[row].row, unknown_[row].units);
        matched.push_back(row);
    };
    for (const auto& [key, alike] : rows) {
        const auto items = candidates_for(unknown_[alike.front()]);
        if (alike.size() == 1 && items.size() == 1) {
            match(alike.front(), items.front());
            continue;
        }
        std::map<std::string, std::pair<std::vector<std::size_t>, std::vector<Index>>> apart;
        for (const auto row : alike)
            apart[closer(to_text(unknown_[row].given["type"]),
                      to_text(unknown_[row].given["main_item"]))]
                .first.push_back(row);
        for (const auto item : items)
            apart[closer(text(item, "type"), text(item, "main_item"))].second.push_back(item);
        for (const auto& [what, both] : apart)
            if (both.first.size() == 1 && both.second.size() == 1)
                match(both.first.front(), both.second.front());
    }
    std::ranges::sort(matched, std::greater{});
    for (const auto row : matched)
        unknown_.erase(unknown_.begin() + static_cast<std::ptrdiff_t>(row));
}

/// A row that cannot be read or told apart is about one of the items of its name: none of those at
/// its unit, or at any where none is there, is taken for withdrawn.
void EditionReading::spare_unplaced()
{
    const auto name_field = def_.index_of("name");
    for (const auto& given : unplaced_) {
        const auto name = to_text(given["name"]);
        if (name.empty())
            continue;
        auto found = items_.where({&name_field, 1}, {&name, 1});
        std::erase_if(found, [&](Index item) { return !is_in_force(item); });
        const auto unit = to_text(given["unit"]);
        const auto is_at_unit = [&](Index item) { return text(item, "unit") == unit; };
        const bool any_at_unit = std::ranges::any_of(found, is_at_unit);
        for (const auto item : found)
            if (!any_at_unit || is_at_unit(item))
                seen_[item] = true;
    }
}

void EditionReading::add(const Unknown& row)
{
    EditionEntry entry{.kind = Difference::added, .row = row.row, .units = row.units};
    for (std::size_t i = 0; i < row.given.values.size(); ++i)
        if (!is_empty(row.given.values[i]))
            entry.fields.push_back({&def_.fields[i], {}, row.given.values[i]});
    auto after = row.given;
    after.id = identity_for(after, store_.clock(), store_.random());
    entry.comes_back = items_.is_deleted(after.id);
    put(std::move(entry), after);
}

/// Whether the edition would have to name the item if it still were: it tells of the item's unit,
/// and of its level, division and type as far as it tells of these at all.
bool EditionReading::is_covered(Index item) const
{
    if (edition_.covered != Covered::named)
        return edition_.covered == Covered::all;
    const auto fits = [&](std::string_view field, const std::unordered_set<std::string>& covered) {
        const auto held = text(item, field);
        return covered.empty() || held.empty() || covered.contains(std::string(held));
    };
    const bool of_unit = covered_units_.contains(std::string(text(item, "unit")));
    if (!covered_units_.empty() && !of_unit)
        return false;
    const auto levels = parse_value(Type::set, text(item, "levels"));
    const auto* held = levels ? std::get_if<Set>(&*levels) : nullptr;
    const bool of_level = held && std::ranges::any_of(*held, [&](const std::string& level) {
        return covered_levels_.contains(level);
    });
    if (!covered_levels_.empty() && !of_level && (held || !of_unit))
        return false;
    return (of_unit || of_level) && fits("region", covered_regions_)
        && fits("type", covered_types_);
}

void EditionReading::find_withdrawn()
{
    for (Index item = 0; item < seen_.size(); ++item) {
        if (seen_[item] || !is_in_force(item) || !is_covered(item))
            continue;
        const auto record = items_.record(item);
        EditionEntry entry{.kind = Difference::withdrawn, .record = record.id};
        entry.code = to_text(record["code"]);
        entry.name = record.title();
        entry.unit = unit_text(record["unit"]);
        entry.fields.push_back(
            {def_.find("state"), record["state"], Value{std::string("cancelled")}});
        ++result_.counts[static_cast<std::size_t>(Difference::withdrawn)];
        result_.entries.push_back(std::move(entry));
    }
}

void EditionReading::note_what_else()
{
    auto& notes = result_.notes;
    if (result_.rows == 0)
        notes.push_back({msgid("The sheet has heads and no record under them")});
    if (edition_.covered == Covered::named && covered_units_.empty() && covered_levels_.empty()
        && result_.rows > 0)
        notes.push_back({msgid("The edition names neither units nor levels, so nothing is taken "
                               "for withdrawn; say so if it is the whole catalog")});
    if (edition_.left_out > 0)
        notes.push_back({msgid("Rows left out, for they are totals, remarks, heads once more or "
                               "empty: {1}"),
            {std::to_string(edition_.left_out)}});
    std::set<std::string> ignored(edition_.plan.ignored.begin(), edition_.plan.ignored.end());
    if (!ignored.empty())
        notes.push_back({msgid("Columns left out, for nothing here is called so: {1}"),
            {join({ignored.begin(), ignored.end()}, "、")}});
    if (!made_.empty())
        notes.push_back({msgid("{1} units are not in the register and would be made: {2}"),
            {std::to_string(made_.size()), first_of(made_)}});
    std::vector<std::string> other;
    for (const auto& [code, ours] : edition_.types)
        other.push_back(code + " = " + translate_(label_of(def_.find("type")->choices, ours)));
    if (!other.empty())
        notes.push_back(
            {msgid("Item type codes of this sheet that are not ours: {1}"), {join(other, "、")}});
    if (overwriting_ > 0) {
        std::vector<std::string> labels;
        for (const auto* field : own_fields_)
            labels.push_back(translate_(field->label));
        notes.push_back({msgid("In {1} items fields would be overwritten that the hall office "
                               "keeps itself: {2}; leave out what is to stay"),
            {std::to_string(overwriting_), join(labels, "、")}});
    }
    note_moves();
}

/// Many items that go together tell of units that were joined or renamed.
void EditionReading::note_moves()
{
    std::vector<std::pair<int, std::pair<std::string, std::string>>> moves;
    for (const auto& [units, count] : moves_)
        if (count >= worth_a_note)
            moves.emplace_back(count, units);
    std::ranges::sort(moves, std::greater{});
    for (std::size_t i = 0; i < std::min(moves.size(), moves_told); ++i)
        result_.notes.push_back({msgid("{1} items go from {2} to {3}: look whether the unit was "
                                       "renamed or joined to another"),
            {std::to_string(moves[i].first), moves[i].second.first, moves[i].second.second}});
}

} // namespace model
