#include "model/exchange/import_plan.h"

#include "model/base/text.h"

#include <algorithm>
#include <array>

namespace model {

namespace {

constexpr int rows_to_look_through = 20;
constexpr std::size_t heads_that_convince = 2;

using Kind = HeadMeaning::Kind;
using Meanings = std::vector<std::optional<HeadMeaning>>;

const std::string& text_of(const SheetRow& row, std::size_t column)
{
    static const std::string nothing;
    return column < row.cells.size() ? row.cells[column].text : nothing;
}

Meanings meanings_of(const SheetRow& row, const HeadWords& words)
{
    Meanings meanings;
    for (const auto& cell : row.cells)
        meanings.push_back(cell.text.empty() ? std::nullopt : words.find(cell.text));
    return meanings;
}

bool is_head_row(const Meanings& meanings, const EntityDef& def)
{
    std::vector<const FieldDef*> found;
    for (const auto& meaning : meanings)
        if (meaning && meaning->field && std::ranges::find(found, meaning->field) == found.end())
            found.push_back(meaning->field);
    if (found.size() >= heads_that_convince)
        return true;
    return !found.empty() && std::ranges::all_of(def.fields, [&](const FieldDef& field) {
        return !field.required || std::ranges::find(found, &field) != found.end();
    });
}

/// Whether the head stands over several columns: behind it there is no head, but one under it.
bool is_wide(const SheetRow& first, const SheetRow& second, std::size_t column)
{
    return column + 1 < second.cells.size() && text_of(first, column + 1).empty()
        && !second.cells[column + 1].text.empty();
}

/// Whether the row under the first line of heads is their second line: it holds heads of ours,
/// perhaps beside others, and nothing under a head that is whole already.
bool is_second_line(
    const SheetRow& row, const SheetRow& above, const Meanings& first, const HeadWords& words)
{
    bool any = false;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (row.cells[i].text.empty())
            continue;
        if (row.cells[i].kind != Cell::Kind::text)
            return false;
        const auto meaning = words.find(row.cells[i].text);
        const bool is_ours = meaning && meaning->kind == Kind::field;
        if (i < first.size() && first[i] && !(is_ours && is_wide(above, row, i)))
            return false;
        any = any || is_ours;
    }
    return any;
}

/// Puts the second line of heads over the first: a narrow head means what it says itself, or else
/// what it says together with the wide one above it (出生 over 年月).
void take_second_line(
    ImportPlan& plan, Meanings& meanings, const SheetRow& second, const HeadWords& words)
{
    plan.last_head_row = second.number;
    plan.heads.resize(std::max(plan.heads.size(), second.cells.size()));
    meanings.resize(plan.heads.size());
    std::string wide;
    for (std::size_t i = 0; i < second.cells.size(); ++i) {
        if (!plan.heads[i].empty())
            wide = plan.heads[i];
        const auto narrow = trimmed(second.cells[i].text);
        if (narrow.empty())
            continue;
        meanings[i] = words.find(narrow);
        if (!meanings[i])
            meanings[i] = words.find(wide + narrow);
        plan.heads[i] = narrow;
    }
}

void take_column(
    ImportPlan& plan, std::vector<int>& ranks, std::size_t column, const HeadMeaning& meaning)
{
    if (meaning.kind == Kind::id && !plan.id_column)
        plan.id_column = column;
    if (meaning.kind == Kind::reason && !plan.reason_column)
        plan.reason_column = column;
    if (meaning.kind != Kind::field || meaning.field->type == Type::attachment)
        return;
    ranks.resize(std::max(ranks.size(), column + 1));
    ranks[column] = meaning.rank;
    auto source = std::ranges::find(plan.sources, meaning.field, &ImportPlan::Source::field);
    if (source == plan.sources.end()) {
        plan.sources.push_back({meaning.field, {column}});
        return;
    }
    source->columns.push_back(column);
    std::ranges::stable_sort(
        source->columns, [&](std::size_t a, std::size_t b) { return ranks[a] < ranks[b]; });
}

void take_columns(ImportPlan& plan, const Meanings& meanings)
{
    std::vector<int> ranks;
    for (std::size_t i = 0; i < plan.heads.size(); ++i) {
        if (i < meanings.size() && meanings[i])
            take_column(plan, ranks, i, *meanings[i]);
        else if (!plan.heads[i].empty())
            plan.ignored.push_back(plan.heads[i]);
    }
}

std::string examples(const EntityDef& def, const Translate& translate)
{
    std::vector<std::string> labels;
    for (const auto& field : def.fields)
        if (field.required || labels.size() < heads_that_convince)
            labels.push_back(translate(field.label));
    return join(labels, "、");
}

bool starts_with_any(std::string_view text, std::span<const std::string_view> words)
{
    return std::ranges::any_of(words, [&](auto word) { return text.starts_with(word); });
}

/// "合计", "合计：", "合计(人)", "合计12人", but nobody called 合计生.
bool is_total(std::string_view text)
{
    constexpr std::array<std::string_view, 6> totals{
        "合计", "总计", "小计", "共计", "total", "subtotal"};
    return std::ranges::any_of(totals, [&](std::string_view word) {
        return text.starts_with(word)
            && (text.size() == word.size()
                || std::string_view(":(0123456789").find(text[word.size()])
                    != std::string_view::npos);
    });
}

/// Of a sheet for one place (template_sheet.h) the place stands in rows that nobody has filled yet.
bool is_ready_in_templates(const ImportPlan::Source& source, const ImportPlan& plan)
{
    return source.field->refers_to == "place" && source.field->name == "place"
        && plan.sources.size() > 1;
}

} // namespace

const ImportPlan::Source* ImportPlan::source(std::string_view field) const
{
    const auto found = std::ranges::find_if(
        sources, [&](const Source& each) { return each.field->name == field; });
    return found == sources.end() ? nullptr : &*found;
}

std::optional<ImportPlan> find_heads(
    SheetReader& reader, const EntityDef& def, const HeadWords& words, int head_row)
{
    SheetRow row;
    for (int i = 0; (head_row > 0 || i < rows_to_look_through) && reader.next(row); ++i) {
        if (head_row > 0 && row.number > head_row)
            break;
        auto meanings = meanings_of(row, words);
        if (head_row > 0 ? row.number != head_row : !is_head_row(meanings, def))
            continue;
        ImportPlan plan{.head_row = row.number, .last_head_row = row.number};
        for (const auto& cell : row.cells)
            plan.heads.push_back(trimmed(cell.text));
        if (SheetRow next; reader.next(next)) {
            if (is_second_line(next, row, meanings, words)) {
                take_second_line(plan, meanings, next, words);
            } else {
                plan.first_row = std::move(next);
            }
        }
        take_columns(plan, meanings);
        return plan;
    }
    return std::nullopt;
}

ImportPlan plan_import(SheetReader& reader, const EntityDef& def, const HeadWords& words,
    const std::string& file, const Translate& translate, int head_row)
{
    if (auto plan = find_heads(reader, def, words, head_row))
        return std::move(*plan);
    throw HeadsError(
        {msgid("None of the first rows of {1} has the heads of {2}: one of them must name the "
               "columns, such as {3}"),
            {file, translate(def.label), examples(def, translate)}});
}

RowKind kind_of(const SheetRow& row, const ImportPlan& plan)
{
    constexpr std::array<std::string_view, 7> notes{
        "注", "备注", "说明", "制表", "填表", "审核", "note"};

    std::size_t filled = 0;
    std::size_t at_head = 0;
    std::string_view first;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const auto text = without_white_ends(row.cells[i].text);
        if (text.empty())
            continue;
        ++filled;
        at_head += i < plan.heads.size() && text == plan.heads[i];
        if (first.empty())
            first = text;
    }
    if (first.empty())
        return RowKind::blank;
    if (filled > 1 && at_head == filled)
        return RowKind::heads;
    const auto word = folded(first);
    if (is_total(word))
        return RowKind::total;
    if (filled == 1 && plan.heads.size() > 1 && starts_with_any(word, notes))
        return RowKind::note;
    const auto counts = [&](std::size_t column) {
        return !without_white_ends(text_of(row, column)).empty();
    };
    const bool any = (plan.id_column && counts(*plan.id_column))
        || std::ranges::any_of(plan.sources, [&](const ImportPlan::Source& source) {
               return !is_ready_in_templates(source, plan)
                   && std::ranges::any_of(source.columns, counts);
           });
    return any ? RowKind::record : RowKind::blank;
}

} // namespace model
