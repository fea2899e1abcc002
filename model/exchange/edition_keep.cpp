#include "model/exchange/edition_keep.h"

#include "model/entities/item.h"

#include <boost/json.hpp>

namespace model {

namespace {

namespace json = boost::json;

constexpr std::string_view covered_names[] = {"named", "all", "nothing"};

std::string plan_text(const Edition& edition)
{
    const auto& plan = edition.plan;
    json::array heads;
    for (const auto& head : plan.heads)
        heads.push_back(json::value(head));
    json::array sources;
    for (const auto& source : plan.sources) {
        json::array columns(source.columns.begin(), source.columns.end());
        sources.push_back({{"field", source.field->name}, {"columns", std::move(columns)}});
    }
    json::array ignored;
    for (const auto& head : plan.ignored)
        ignored.push_back(json::value(head));
    json::object types;
    for (const auto& [code, ours] : edition.types)
        types[code] = ours;
    json::object kept{{"heads", std::move(heads)}, {"sources", std::move(sources)},
        {"ignored", std::move(ignored)}, {"types", std::move(types)},
        {"covered", covered_names[static_cast<std::size_t>(edition.covered)]},
        {"left_out", edition.left_out}};
    if (plan.id_column)
        kept["id"] = *plan.id_column;
    return json::serialize(kept);
}

void read_plan(Edition& edition, const std::string& text)
{
    const auto& def = def_of<Item>();
    const auto kept = json::parse(text).as_object();
    for (const auto& head : kept.at("heads").as_array())
        edition.plan.heads.emplace_back(head.as_string());
    for (const auto& each : kept.at("sources").as_array()) {
        const auto* field = def.find(std::string_view(each.at("field").as_string()));
        if (!field) // of a newer version
            continue;
        auto& source = edition.plan.sources.emplace_back(ImportPlan::Source{field, {}});
        for (const auto& column : each.at("columns").as_array())
            source.columns.push_back(column.to_number<std::size_t>());
    }
    for (const auto& head : kept.at("ignored").as_array())
        edition.plan.ignored.emplace_back(head.as_string());
    for (const auto& [code, ours] : kept.at("types").as_object())
        edition.types.emplace(code, std::string(ours.as_string()));
    for (std::size_t i = 0; i < std::size(covered_names); ++i)
        if (kept.at("covered").as_string() == covered_names[i])
            edition.covered = static_cast<Covered>(i);
    edition.left_out = kept.at("left_out").to_number<int>();
    if (const auto* id = kept.if_contains("id"))
        edition.plan.id_column = id->to_number<std::size_t>();
}

std::string cells_text(const SheetRow& row)
{
    json::array cells;
    for (const auto& cell : row.cells)
        if (cell.kind == Cell::Kind::text || cell.kind == Cell::Kind::empty)
            cells.push_back(json::value(cell.text));
        else
            cells.push_back(json::array{json::value(cell.text), static_cast<int>(cell.kind)});
    return json::serialize(cells);
}

std::vector<Cell> read_cells(const std::string& text)
{
    std::vector<Cell> cells;
    const auto kept = json::parse(text);
    for (const auto& each : kept.as_array()) {
        if (const auto* plain = each.if_string()) {
            cells.push_back(
                {std::string(*plain), plain->empty() ? Cell::Kind::empty : Cell::Kind::text});
        } else {
            const auto& both = each.as_array();
            cells.push_back({std::string(both.at(0).as_string()),
                static_cast<Cell::Kind>(both.at(1).to_number<int>())});
        }
    }
    return cells;
}

void remove(RecordStore& store, std::int64_t no)
{
    for (const auto* sql :
        {"DELETE FROM edition_row WHERE edition = ?", "DELETE FROM edition WHERE no = ?"}) {
        auto& gone = store.rows().statements().get(sql);
        gone.bind(1, no);
        gone.exec();
    }
}

std::int64_t number_of(RecordStore& store, const std::string& fingerprint)
{
    auto& row = store.rows().statements().get("SELECT no FROM edition WHERE fingerprint = ?");
    row.bind(1, fingerprint);
    const auto no = row.executeStep() ? row.getColumn(0).getInt64() : 0;
    row.reset();
    return no;
}

void put_rows(RecordStore& store, std::int64_t no, const Edition& edition)
{
    auto& put = store.rows().statements().get(
        "INSERT OR REPLACE INTO edition_row (edition, number, cells) VALUES (?, ?, ?)");
    for (const auto& row : edition.rows) {
        put.reset();
        put.bind(1, no);
        put.bind(2, row.number);
        put.bind(3, cells_text(row));
        put.exec();
    }
    put.reset();
}

} // namespace

std::int64_t keep_edition(RecordStore& store, const Account& account, const Edition& edition)
{
    Transaction transaction(store.db());
    const auto no = guarded(store.db(), [&] {
        if (const auto before = number_of(store, edition.fingerprint))
            remove(store, before);
        auto& put = store.rows().statements().get("INSERT INTO edition (name, fingerprint, at, "
                                                  "account, plan) VALUES (?, ?, ?, ?, ?)");
        put.bind(1, edition.name);
        put.bind(2, edition.fingerprint);
        put.bind(3, store.clock().now());
        put.bind(4, store.account_number(account));
        put.bind(5, plan_text(edition));
        put.exec();
        const auto kept = store.db().handle().getLastInsertRowid();
        put_rows(store, kept, edition);
        return kept;
    });
    transaction.commit();
    return no;
}

std::int64_t keep_what_is_open(RecordStore& store, const Account& account, const Edition& edition,
    const Comparison& comparison)
{
    if (!comparison.entries.empty() || comparison.unreadable > 0)
        return keep_edition(store, account, edition);
    drop_edition(store, edition);
    return 0;
}

std::vector<KeptEdition> kept_editions(RecordStore& store)
{
    return guarded(store.db(), [&] {
        auto& rows = store.rows().statements().get(R"(
            SELECT edition.no, edition.name, edition.at, account.name,
                   (SELECT count(*) FROM edition_row WHERE edition = edition.no)
            FROM edition LEFT JOIN account ON account.no = edition.account
            ORDER BY edition.no DESC)");
        std::vector<KeptEdition> kept;
        while (rows.executeStep())
            kept.push_back({.no = rows.getColumn(0).getInt64(),
                .name = rows.getColumn(1).getString(),
                .at = rows.getColumn(2).getInt64(),
                .user = rows.getColumn(3).getString(),
                .rows = rows.getColumn(4).getInt()});
        rows.reset();
        return kept;
    });
}

Edition kept_edition(RecordStore& store, std::int64_t no)
{
    return guarded(store.db(), [&] {
        auto& head = store.rows().statements().get(
            "SELECT name, fingerprint, plan FROM edition WHERE no = ?");
        head.bind(1, no);
        if (!head.executeStep()) {
            head.reset();
            throw UsageError(
                {msgid("There is no kept comparison with the number {1}"), {std::to_string(no)}});
        }
        Edition edition{
            .name = head.getColumn(0).getString(), .fingerprint = head.getColumn(1).getString()};
        read_plan(edition, head.getColumn(2).getString());
        head.reset();
        auto& rows = store.rows().statements().get(
            "SELECT number, cells FROM edition_row WHERE edition = ? ORDER BY number");
        rows.bind(1, no);
        while (rows.executeStep())
            edition.rows.push_back({.number = rows.getColumn(0).getInt(),
                .cells = read_cells(rows.getColumn(1).getString())});
        rows.reset();
        return edition;
    });
}

bool drop_edition(RecordStore& store, std::int64_t no)
{
    Transaction transaction(store.db());
    const auto dropped = guarded(store.db(), [&] {
        remove(store, no);
        return store.db().handle().getChanges() > 0;
    });
    transaction.commit();
    return dropped;
}

bool drop_edition(RecordStore& store, const Edition& edition)
{
    const auto no = guarded(store.db(), [&] { return number_of(store, edition.fingerprint); });
    return no != 0 && drop_edition(store, no);
}

} // namespace model
