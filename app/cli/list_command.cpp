#include "app/cli/list_command.h"

#include "app/cli/json.h"
#include "app/terminal/text_table.h"
#include "model/base/text.h"
#include "model/commands/seen_through.h"
#include "model/exchange/list_sight.h"
#include "model/listing/reached_values.h"
#include "model/schema/reached_field.h"
#include "model/store/filter.h"
#include "model/store/order.h"

#include <algorithm>
#include <map>

namespace app {

namespace {

namespace json = boost::json;
using model::FieldDef;
using model::msgid;
using model::UsageError;

/// Those of --columns; otherwise the ones that lists show, or none where all are wanted.
std::vector<const FieldDef*> columns_of(Call& call, const model::EntityDef& def)
{
    std::vector<const FieldDef*> columns;
    if (call.line().has("columns")) {
        for (const auto& word : model::split(call.line().value("columns"), ','))
            if (const auto* column = &column_of(call, def, model::trimmed(word));
                std::ranges::find(columns, column) == columns.end())
                columns.push_back(column);
    } else {
        for (const auto& field : def.fields)
            if (field.width > 0)
                columns.push_back(&field);
    }
    return columns;
}

bool is_reached(const FieldDef* column)
{
    return model::reached_by(*column) != nullptr;
}

using Order = std::vector<model::ListingQuery::SortKey>;

Order order_of(Call& call, const model::EntityDef& def)
{
    Order order;
    if (!call.line().has("sort"))
        return order;
    const auto permission = call.editor().permission();
    for (const auto& part : model::split(call.line().value("sort"), ',')) {
        const auto word = model::trimmed(part);
        const bool descending = word.starts_with('-');
        const auto& column = column_of(call, def, word.substr(descending ? 1 : 0));
        const auto* reached = model::reached_by(column);
        if (column.personal && !permission.reads_all_whole(reached ? *reached->def : def))
            throw UsageError(
                model::why_not_by_personal(model::column_label(column, call.translate())));
        order.push_back({&column, descending});
    }
    return order;
}

/// What --where and --deleted ask for.
model::Query query_of(Call& call, const model::EntityDef& def, const Reader& reader)
{
    const auto& line = call.line();
    model::Query query{.def = &def, .deleted = line.has("deleted")};
    if (line.has("where"))
        model::compile(line.value("where"), query, call.store().catalog(), call.translate(),
            reader.compares_personal(), model::seen_through(call.editor().permission()));
    reader.narrow(query);
    return query;
}

/// By columns of other registers, as the desktop's lists sort by them.
std::vector<model::Record> sorted_by_reached(
    Call& call, const model::Query& query, const Order& order, std::int64_t limit)
{
    if (query.deleted)
        throw UsageError({msgid("The recycle bin is not sorted by columns of other registers")});
    std::vector<const FieldDef*> fields;
    for (const auto& key : order)
        if (std::ranges::find(fields, key.field) == fields.end())
            fields.push_back(key.field);
    model::Listing listing(
        *query.def, call.translate(), model::sight_of(call.editor().permission(), *query.def));
    listing.read(call.store(), fields);
    auto found = call.store().ids(query);
    std::ranges::sort(found);
    std::vector<model::Record> records;
    for (const auto place : listing.select({.order = order})) {
        if (limit >= 0 && static_cast<std::int64_t>(records.size()) == limit)
            break;
        if (std::ranges::binary_search(found, listing.id(place)))
            records.push_back(call.store().find(*query.def, listing.id(place)).value());
    }
    return records;
}

std::vector<model::Record> select(
    Call& call, model::Query query, const Order& order, std::int64_t limit)
{
    if (std::ranges::any_of(order, is_reached, &model::ListingQuery::SortKey::field))
        return sorted_by_reached(call, query, order, limit);
    std::vector<std::string> keys;
    for (const auto& key : order)
        keys.push_back(model::order_by(*key.field, call.store().catalog(), key.descending));
    query.order = model::join(keys, ", ");
    query.limit = limit;
    return call.store().select(query);
}

/// Of the columns that are reached, what the account is given whole.
class ReachedSight {
public:
    ReachedSight(Call& call, const model::ReachedValues& values) : call_(call), values_(values)
    {
        for (const auto& column : values.columns())
            readers_.try_emplace(model::reached_by(*column.field)->def, call,
                *model::reached_by(*column.field)->def);
    }

    bool whole(const model::Record& record, const FieldDef& column) const
    {
        const auto& reached = *model::reached_by(column);
        const auto* id = std::get_if<model::Uuid>(&record[reached.reference->name]);
        return id && readers_.at(reached.def).whole(*id);
    }

    /// Notes it for the log.
    void note(const std::vector<model::Record>& records) const
    {
        for (const auto& [def, reader] : readers_) {
            const auto is_given = [&](const model::Record& record) {
                return std::ranges::any_of(values_.columns(), [&](const model::Column& column) {
                    return model::reached_by(*column.field)->def == def && column.field->personal
                        && whole(record, *column.field);
                });
            };
            if (const auto count = std::ranges::count_if(records, is_given); count > 0)
                call_.note_revealed(def, static_cast<std::size_t>(count));
        }
    }

private:
    Call& call_;
    const model::ReachedValues& values_;
    std::map<const model::EntityDef*, Reader> readers_;
};

struct Found {
    const Reader& reader;
    const std::vector<const FieldDef*>& columns;
    const model::ReachedValues& values;
    const ReachedSight& reached;
    const std::vector<model::Record>& records;

    bool whole(const model::Record& record, const FieldDef& column) const
    {
        return is_reached(&column) ? reached.whole(record, column) : reader.whole(record.id);
    }
};

void print_records(Call& call, const Found& found)
{
    std::vector<std::string> heads;
    for (const auto* column : found.columns)
        heads.push_back(model::column_label(*column, call.translate()));
    heads.emplace_back(call.text(msgid("Record id")));
    TextTable table(heads);
    for (const auto& record : found.records) {
        std::vector<std::string> row;
        for (const auto* column : found.columns)
            row.push_back(call.shown(
                *column, found.values.of(record, *column), found.whole(record, *column)));
        row.push_back(record.id.text());
        table.add(std::move(row));
    }
    if (!table.empty())
        call.print(table.text());
}

json::object columns_json(const Found& found, const model::Record& record)
{
    json::object object{{"id", record.id.text()}};
    for (const auto* column : found.columns)
        object[column->name] =
            to_json(*column, found.values.of(record, *column), found.whole(record, *column));
    return object;
}

} // namespace

const FieldDef& column_of(Call& call, const model::EntityDef& def, const std::string& word)
{
    const auto dot = word.find('.');
    const auto& field = call.field(def, word.substr(0, dot));
    if (dot == std::string::npos)
        return field;
    const auto* other = model::led_to(field, call.store().catalog());
    if (!other)
        throw UsageError({msgid("“{1}” leads to no other register: only references do"),
            {call.text(field.label)}});
    call.readable(other->name);
    const auto& reached = call.field(*other, word.substr(dot + 1));
    if (reached.type == model::Type::attachment)
        throw UsageError({msgid("“{1}” is a file and no column"), {call.text(reached.label)}});
    return model::reach(field, *other, reached);
}

Exit list(Call& call)
{
    const auto& def = call.readable(call.operand(0));
    const Reader reader(call, def);
    const auto columns = columns_of(call, def);
    const auto limit = call.line().number("limit", 0).value_or(-1);
    const auto query = query_of(call, def, reader);
    const auto records = select(call, query, order_of(call, def), limit);
    const auto total = call.store().count(query);
    const model::ReachedValues values(
        call.store(), def, columns, model::seen_through(call.editor().permission()));
    const ReachedSight reached(call, values);
    const Found found{reader, columns, values, reached, records};
    call.note_revealed(&def, reader.count_whole(records));
    reached.note(records);
    if (!call.json()) {
        print_records(call, found);
        call.print(call.text(
            {msgid("{1} of {2}"), {std::to_string(records.size()), std::to_string(total)}}));
        return Exit::done;
    }
    const bool are_chosen = call.line().has("columns");
    json::array array;
    for (const auto& record : records)
        array.push_back(
            are_chosen ? columns_json(found, record) : to_json(record, reader.whole(record.id)));
    call.answer({{"entity", def.name}, {"total", total}, {"records", std::move(array)}});
    return Exit::done;
}

} // namespace app
