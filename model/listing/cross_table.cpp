#include "model/listing/cross_table.h"

#include "model/base/text.h"
#include "model/listing/collation.h"
#include "model/store/cells.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace model {

namespace {

using By = CrossField::By;

// What nobody would read, and paper would not hold.
constexpr std::size_t most_columns = 400;
constexpr std::size_t most_rows = 20'000;
constexpr std::size_t most_cells = 500'000;

constexpr std::string_view whole_month = "2026-01";
constexpr std::string_view whole_year = "2026";

/// Where the value of a field comes from.
struct Source {
    std::string value; ///< an expression
    std::string join = {};
};

Source source_of(
    const CrossField& crossed, const Catalog& catalog, const CrossSight& sight, const char* alias)
{
    Source source{"t." + quoted(crossed.field->name)};
    if (crossed.reference) {
        const auto& other = catalog.get(crossed.reference->refers_to);
        const auto seen = sight.through ? sight.through(other) : std::string();
        source = {std::string(alias) + ".value",
            " LEFT JOIN (SELECT rec.id AS id, t." + quoted(crossed.field->name) + " AS value FROM "
                + quoted(other.name) + " AS t JOIN rec USING (rid)"
                + (seen.empty() ? seen : " WHERE " + seen) + ") AS " + alias + " ON " + alias
                + ".id = t." + quoted(crossed.reference->name)};
    }
    if (crossed.by != By::value) {
        const auto length = crossed.by == By::month ? whole_month.size() : whole_year.size();
        source.value = "substr(" + source.value + ", 1, " + std::to_string(length) + ')';
    }
    return source;
}

/// The records that have the same values of both fields.
struct Group {
    CrossKey row;
    CrossKey column;
    CrossTable::Cell cell;
};

CrossKey key_of(const SQLite::Column& cell, const CrossField& crossed)
{
    if (crossed.by != By::value)
        return cell.isNull() ? CrossKey() : cell.getString();
    return to_text(column_value(cell, *crossed.field));
}

/// The query for the groups, with what the filter compares.
Query grouping(RecordStore& store, const CrossQuestion& question, const Translate& translate,
    const CrossSight& sight)
{
    Query query{.def = question.def, .where = sight.condition};
    compile(
        question.where, query, store.catalog(), translate, sight.compares_personal, sight.through);
    const auto row = source_of(question.rows, store.catalog(), sight, "a");
    const auto column = question.columns ? source_of(*question.columns, store.catalog(), sight, "b")
                                         : Source{"NULL"};
    query.where = "SELECT " + row.value + ", " + column.value + ", count(*), "
        + (question.sum ? "ifnull(sum(t." + quoted(question.sum->name) + "), 0)" : "0") + " FROM "
        + quoted(question.def->name) + " AS t JOIN rec USING (rid)" + row.join + column.join
        + " WHERE rec.deleted = 0" + (query.where.empty() ? "" : " AND (" + query.where + ')')
        + " GROUP BY 1, 2";
    return query;
}

std::vector<Group> groups_of(RecordStore& store, const CrossQuestion& question,
    const Translate& translate, const CrossSight& sight)
{
    const auto query = grouping(store, question, translate, sight);
    return guarded(store.db(), [&] {
        SQLite::Statement rows(store.db().handle(), query.where);
        for (int i = 0; const auto& argument : query.arguments)
            bind(rows, ++i, argument);
        std::vector<Group> groups;
        while (rows.executeStep())
            groups.push_back({key_of(rows.getColumn(0), question.rows),
                question.columns ? key_of(rows.getColumn(1), *question.columns) : CrossKey(),
                {rows.getColumn(2).getInt64(), rows.getColumn(3).getInt64()}});
        return groups;
    });
}

void add(CrossTable::Cell& to, const CrossTable::Cell& more)
{
    const bool is_beyond = more.sum > 0
        ? to.sum > std::numeric_limits<std::int64_t>::max() - more.sum
        : to.sum < std::numeric_limits<std::int64_t>::min() - more.sum;
    if (is_beyond)
        throw Error({msgid("The sum is larger than a number can be")});
    to.records += more.records;
    to.sum += more.sum;
}

/// The heads under which a record with that value stands.
std::vector<CrossKey> words_of(const CrossField& crossed, const CrossKey& key)
{
    if (crossed.field->type != Type::set || key.empty())
        return {key};
    return split(key, ',');
}

/// The values of one of the two fields, in the order in which they are shown.
class Side {
public:
    Side(RecordStore& store, const CrossField& crossed, const Translate& translate)
        : store_(store)
        , crossed_(crossed)
        , translate_(translate)
    {
    }

    void take(const CrossKey& key)
    {
        for (auto& word : words_of(crossed_, key))
            places_.emplace(std::move(word), 0);
    }

    std::size_t size() const { return places_.size(); }

    std::vector<CrossTable::Head> heads()
    {
        std::vector<std::pair<Rank, CrossKey>> order;
        std::map<CrossKey, std::string> labels;
        for (const auto& [key, place] : places_) {
            labels[key] = label(key);
            order.emplace_back(rank(key, labels[key]), key);
        }
        std::ranges::sort(order);
        std::vector<CrossTable::Head> heads;
        for (const auto& [rank, key] : order) {
            places_[key] = heads.size();
            heads.push_back({labels[key], filter_for(crossed_, key)});
        }
        return heads;
    }

    std::vector<std::size_t> places(const CrossKey& key) const
    {
        std::vector<std::size_t> places;
        for (const auto& word : words_of(crossed_, key))
            places.push_back(places_.at(word));
        return places;
    }

private:
    using Rank = std::tuple<bool, std::int64_t, std::string>;

    std::string label(const CrossKey& key) const
    {
        const auto& field = *crossed_.field;
        if (key.empty())
            return translate_(msgid("(not filled in)"));
        if (crossed_.by != By::value)
            return key;
        if (field.type == Type::boolean)
            return translate_(key == "1" ? msgid("yes") : msgid("no"));
        if (field.type == Type::reference) {
            const auto id = Uuid::parse(key);
            return id && store_.find_any(*id) ? store_.title_of(*id)
                                              : translate_(msgid("(not in this file)"));
        }
        const auto* known = label_of(field.choices, key);
        return known ? translate_(known) : key;
    }

    /// What is empty stands last; choices as in their list, numbers by their value, days and months
    /// in time, all else as readers look for it.
    Rank rank(const CrossKey& key, const std::string& label) const
    {
        const auto& field = *crossed_.field;
        if (key.empty())
            return {true, 0, {}};
        if (!field.choices.empty()) {
            const auto found = std::ranges::find(field.choices, key, &Choice::code);
            return {false, found - field.choices.begin(), sort_key(label)};
        }
        if (field.type == Type::integer || field.type == Type::decimal) {
            const auto value = parse_value(field.type, key, field.scale).value_or(Value{});
            const auto* decimal = std::get_if<Decimal>(&value);
            const auto* whole = std::get_if<std::int64_t>(&value);
            return {false, decimal ? decimal->units : whole ? *whole : 0, key};
        }
        if (field.type == Type::text || field.type == Type::reference)
            return {false, 0, sort_key(label)};
        return {false, 0, key};
    }

    RecordStore& store_;
    const CrossField& crossed_;
    const Translate& translate_;
    std::map<CrossKey, std::size_t> places_;
};

void expect_readable(std::size_t rows, std::size_t columns)
{
    if (rows > most_rows || columns > most_columns || (rows + 1) * (columns + 1) > most_cells)
        throw UsageError({msgid("A table of {1} rows and {2} columns is too large to be read: "
                                "filter, or cross by another field"),
            {std::to_string(rows), std::to_string(columns)}});
}

std::string bracketed(const std::string& where)
{
    return '(' + where + ')';
}

} // namespace

const CrossTable::Cell& CrossTable::cell(std::size_t row, std::size_t column) const
{
    return cells.at(row * (columns.size() + 1) + column);
}

std::string CrossTable::figure(std::size_t row, std::size_t column) const
{
    const auto& shown = cell(row, column);
    if (!question.sum)
        return std::to_string(shown.records);
    return question.sum->type == Type::decimal ? Decimal{shown.sum, question.sum->scale}.text()
                                               : std::to_string(shown.sum);
}

std::string CrossTable::where(std::size_t row, std::size_t column) const
{
    std::vector<std::string> all;
    if (!trimmed(question.where).empty())
        all.push_back(bracketed(question.where));
    if (row < rows.size())
        all.push_back(rows[row].where);
    if (column < columns.size())
        all.push_back(columns[column].where);
    return all.size() == 1 && !trimmed(question.where).empty() ? question.where
                                                               : join(all, " and ");
}

bool CrossTable::overlaps() const
{
    return question.rows.field->type == Type::set
        || (question.columns && question.columns->field->type == Type::set);
}

CrossTable cross(RecordStore& store, const CrossQuestion& question, const Translate& translate,
    const CrossSight& sight)
{
    CrossTable table{.question = question, .rows = {}, .columns = {}, .cells = {}};
    const auto groups = groups_of(store, question, translate, sight);
    Side rows(store, question.rows, translate);
    Side columns(store, question.columns.value_or(question.rows), translate);
    for (const auto& group : groups) {
        rows.take(group.row);
        if (question.columns)
            columns.take(group.column);
    }
    expect_readable(rows.size(), columns.size());
    table.rows = rows.heads();
    table.columns = columns.heads();
    const auto width = table.columns.size() + 1;
    table.cells.resize((table.rows.size() + 1) * width);
    for (const auto& group : groups) {
        auto across = question.columns ? columns.places(group.column) : std::vector<std::size_t>();
        across.push_back(table.columns.size());
        auto down = rows.places(group.row);
        down.push_back(table.rows.size());
        for (const auto row : down)
            for (const auto column : across)
                add(table.cells[row * width + column], group.cell);
    }
    return table;
}

std::string title_of(const CrossQuestion& question, const Translate& translate)
{
    auto counted = translate(question.def->plural);
    if (question.sum)
        counted =
            render({msgid("{1} ({2})"), {counted, translate(question.sum->label)}}, translate);
    const auto rows = label_of(question.rows, translate);
    if (!question.columns)
        return render({msgid("{1} by {2}"), {counted, rows}}, translate);
    return render(
        {msgid("{1} by {2} and {3}"), {counted, rows, label_of(*question.columns, translate)}},
        translate);
}

std::vector<std::vector<std::string>> lines_of(const CrossTable& table, const Translate& translate)
{
    const auto& question = table.question;
    auto corner = label_of(question.rows, translate);
    if (question.columns)
        corner = render(
            {msgid("{1} \\ {2}"), {corner, label_of(*question.columns, translate)}}, translate);
    std::vector<std::vector<std::string>> lines{{corner}};
    for (const auto& head : table.columns)
        lines[0].push_back(head.label);
    lines[0].push_back(translate(question.columns ? msgid("Total")
            : question.sum                        ? question.sum->label
                                                  : msgid("How many records")));
    for (std::size_t row = 0; row <= table.rows.size(); ++row) {
        auto& line = lines.emplace_back();
        line.push_back(row < table.rows.size() ? table.rows[row].label : translate(msgid("Total")));
        for (std::size_t column = 0; column <= table.columns.size(); ++column)
            line.push_back(table.cell(row, column).records > 0 ? table.figure(row, column) : "");
    }
    return lines;
}

std::vector<std::string> notes_of(const CrossTable& table, const Translate& translate)
{
    std::vector<std::string> notes;
    if (!trimmed(table.question.where).empty())
        notes.push_back(render({msgid("Filtered: {1}"), {table.question.where}}, translate));
    if (table.overlaps())
        notes.push_back(translate(
            msgid("A record with several words stands under each of them; totals count it once")));
    return notes;
}

} // namespace model
