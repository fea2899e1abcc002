#include "model/exchange/pasted_table.h"

#include "model/base/text.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace model {

namespace {

using Row = std::vector<std::string>;

bool ends_cell(char c)
{
    return c == '\t' || c == '\r' || c == '\n';
}

/// The text of a cell that stands in quotation marks, from the character after the first of them
/// on; leaves `at` behind the last. Without a last one the mark belongs to the text.
std::optional<std::string> quoted_cell(std::string_view text, std::size_t& at)
{
    std::string cell;
    for (auto i = at; i < text.size(); ++i) {
        if (text[i] != '"') {
            cell += text[i];
        } else if (i + 1 < text.size() && text[i + 1] == '"') {
            cell += text[i++];
        } else if (i + 1 == text.size() || ends_cell(text[i + 1])) {
            at = i + 1;
            return cell;
        } else {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

std::string next_cell(std::string_view text, std::size_t& at)
{
    if (at < text.size() && text[at] == '"') {
        auto behind = at + 1;
        if (auto cell = quoted_cell(text, behind)) {
            at = behind;
            return std::move(*cell);
        }
    }
    const auto end = std::min(text.find_first_of("\t\r\n", at), text.size());
    const auto cell = text.substr(at, end - at);
    at = end;
    return std::string(cell);
}

bool is_head_row(const std::vector<std::optional<HeadMeaning>>& meanings, const Row& row)
{
    const auto known = std::ranges::count_if(meanings, [](const auto& one) { return !!one; });
    const auto filled =
        std::ranges::count_if(row, [](const auto& cell) { return !trimmed(cell).empty(); });
    return known > 0 && known * 2 > filled;
}

std::optional<std::size_t> column_of(const PastedTable& table, const FieldDef* field)
{
    const auto found = std::ranges::find(table.fields, field);
    if (!field || found == table.fields.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - table.fields.begin());
}

/// The place in the list of each row by its title; nothing if one of them stands there twice or not
/// at all.
std::optional<std::vector<std::size_t>> places_by_title(
    const PastedTable& table, const EntityDef& def, const PasteTarget& target)
{
    const auto column = column_of(table, def.find(def.title));
    if (!column || target.titles.size() != target.records.size())
        return std::nullopt;
    std::multimap<std::string, std::size_t> places;
    for (std::size_t i = 0; i < target.titles.size(); ++i)
        places.emplace(folded(target.titles[i]), i);
    std::vector<std::size_t> found;
    for (const auto& row : table.rows) {
        const auto title = folded(row[*column]);
        if (title.empty() || places.count(title) != 1)
            return std::nullopt;
        found.push_back(places.find(title)->second);
    }
    auto twice = found;
    std::ranges::sort(twice);
    if (std::ranges::adjacent_find(twice) != twice.end())
        return std::nullopt;
    return found;
}

/// Where the rows go in their order.
std::vector<std::size_t> places_in_order(const PasteTarget& target)
{
    if (target.selected.size() > 1)
        return target.selected;
    const auto first = target.selected.empty() ? 0 : target.selected.front();
    std::vector<std::size_t> places(target.records.size() - std::min(first, target.records.size()));
    std::iota(places.begin(), places.end(), first);
    return places;
}

Uuid id_of(const std::string& text)
{
    return Uuid::parse(trimmed(text)).value_or(Uuid{});
}

void place_columns(
    Block& block, const PastedTable& table, const EntityDef& def, const PasteTarget& target)
{
    const bool has_heads = !table.heads.empty();
    for (std::size_t i = 0; i < table.width(); ++i) {
        const auto shown = target.first_column + i;
        const auto* field = has_heads       ? table.fields[i]
            : shown < target.columns.size() ? target.columns[shown]
                                            : nullptr;
        if (field && (field->type == Type::attachment || def.find(field->id) != field))
            field = nullptr;
        block.fields.push_back(field);
        block.heads.push_back(has_heads ? table.heads[i] : std::string());
    }
}

} // namespace

std::vector<std::vector<std::string>> parse_table(std::string_view text)
{
    std::vector<Row> rows;
    for (std::size_t at = 0; at < text.size();) {
        auto& row = rows.emplace_back();
        row.push_back(next_cell(text, at));
        while (at < text.size() && text[at] == '\t')
            row.push_back(next_cell(text, ++at));
        if (at < text.size() && text[at] == '\r')
            ++at;
        if (at < text.size() && text[at] == '\n')
            ++at;
    }
    return rows;
}

PastedTable read_pasted(std::string_view text, const HeadWords& words)
{
    PastedTable table;
    auto rows = parse_table(text);
    std::size_t width = 0;
    for (const auto& row : rows)
        width = std::max(width, row.size());
    for (auto& row : rows)
        row.resize(width);
    if (rows.empty())
        return table;
    std::vector<std::optional<HeadMeaning>> meanings;
    for (const auto& cell : rows.front())
        meanings.push_back(trimmed(cell).empty() ? std::nullopt : words.find(cell));
    if (is_head_row(meanings, rows.front())) {
        table.heads = std::move(rows.front());
        rows.erase(rows.begin());
        for (std::size_t i = 0; i < meanings.size(); ++i) {
            const auto* field = meanings[i] ? meanings[i]->field : nullptr;
            table.fields.push_back(column_of(table, field) ? nullptr : field);
            if (meanings[i] && meanings[i]->kind == HeadMeaning::Kind::id && !table.id_column)
                table.id_column = i;
        }
    }
    table.rows = std::move(rows);
    return table;
}

std::vector<PasteWay> paste_ways(
    const PastedTable& table, const EntityDef& def, const PasteTarget& target)
{
    std::vector<PasteWay> ways;
    if (table.id_column)
        ways.push_back(PasteWay::by_id);
    if (places_by_title(table, def, target))
        ways.push_back(PasteWay::by_title);
    ways.push_back(PasteWay::in_order);
    return ways;
}

PastedBlock paste(
    const PastedTable& table, const EntityDef& def, const PasteTarget& target, PasteWay way)
{
    PastedBlock pasted;
    auto& block = pasted.block;
    place_columns(block, table, def, target);
    if (way == PasteWay::by_id) {
        for (const auto& row : table.rows)
            block.records.push_back(id_of(row.at(table.id_column.value())));
        block.cells = table.rows;
        return pasted;
    }
    auto rows = table.rows;
    const auto in_order = places_in_order(target);
    if (way == PasteWay::in_order && rows.size() == 1 && target.selected.size() > 1)
        rows.resize(in_order.size(), table.rows.front());
    const auto places = way == PasteWay::by_title
        ? places_by_title(table, def, target).value_or(std::vector<std::size_t>())
        : in_order;
    const auto count = std::min(rows.size(), places.size());
    pasted.left_out = rows.size() - count;
    for (std::size_t i = 0; i < count; ++i) {
        block.records.push_back(target.records.at(places[i]));
        block.cells.push_back(std::move(rows[i]));
    }
    return pasted;
}

} // namespace model
