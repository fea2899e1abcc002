#include "model/store/record_store.h"

#include "model/store/again.h"
#include "model/store/file_catalog.h"
#include "model/store/said_ops.h"
#include "model/store/shown_title.h"

#include <algorithm>

namespace model {

namespace {

std::string condition(const Query& query)
{
    std::string sql = query.deleted
        ? "rid IN (SELECT rid FROM rec WHERE deleted = 1 AND kind = "
        : "rid NOT IN (SELECT rid FROM rec WHERE deleted = 1 AND kind = ";
    sql += std::to_string(query.def->id) + ')';
    if (!query.where.empty())
        sql += " AND (" + query.where + ')';
    return sql;
}

std::string tail(const Query& query)
{
    return " ORDER BY " + (query.order.empty() ? "t.rid" : query.order + ", t.rid") + " LIMIT "
        + std::to_string(query.limit) + " OFFSET " + std::to_string(query.offset);
}

void bind_all(SQLite::Statement& statement, const std::vector<Value>& arguments)
{
    for (int i = 1; const auto& argument : arguments)
        bind(statement, i++, argument);
}

/// How the inbox calls the step by which a conflict was settled.
constexpr std::string_view label_of_settling = "Settle {1}";

using Held = std::set<std::pair<int, std::int64_t>>; ///< versions of fields

/// What the fields of the record ever held here: what was written, what was found before that, and
/// what the record was born with where nothing else was found. Of a record that two offices made,
/// one of them never held what the other one's was born with.
Held held_versions(Rows& rows, const Meta& meta)
{
    Held held;
    std::set<int> others; // fields that hold or held something else
    auto& list = rows.statements().get(
        "SELECT fid, ver FROM history WHERE rid = ?1 UNION SELECT fid, ifnull(old_ver, ?2) FROM "
        "history WHERE rid = ?1 UNION SELECT fid, ver FROM fver WHERE rid = ?1");
    list.bind(1, meta.rid);
    list.bind(2, meta.born.packed());
    while (list.executeStep()) {
        const auto version = Version::unpacked(list.getColumn(1).getInt64());
        held.emplace(list.getColumn(0).getInt(), first_said(rows, version).packed());
        others.insert(list.getColumn(0).getInt());
    }
    list.reset();
    const auto born = first_said(rows, meta.born).packed();
    for (const auto& field : meta.def->fields)
        if (!others.contains(field.id))
            held.emplace(field.id, born);
    return held;
}

/// When what waits was said. Where nobody told, it goes beside what stood against it.
Instant place_in_time(Rows& rows, Instant said, Version stands)
{
    for (const auto version : {stands, first_said(rows, stands)}) {
        if (said != 0)
            break;
        auto& row = rows.statements().get("SELECT at FROM stamp WHERE ver = ?");
        row.bind(1, version.packed());
        if (row.executeStep())
            said = row.getColumn(0).getInt64();
        row.reset();
    }
    return said;
}

} // namespace

Scope Self::scope() const
{
    const auto where = Region::of(region);
    return where ? where->first : county_wide;
}

RecordStore::RecordStore(Database& db, const Catalog& catalog, Clock& clock, Random& random)
    : db_(db)
    , catalog_(file_catalog(db, catalog))
    , clock_(clock)
    , random_(random)
    , rows_(db, catalog_)
{
}

Date RecordStore::today()
{
    return china_date(std::max(clock_.now(), rows_.number("server_time")));
}

Self RecordStore::self()
{
    return guarded(db_, [&] {
        Self self;
        self.region = rows_.setting("region");
        self.office = rows_.setting("office");
        self.org.role = parse_role(rows_.setting("role", "agency")).value_or(Role::agency);
        self.org.id = rows_.setting("org", self.region);
        self.device = static_cast<std::uint32_t>(rows_.number("device"));
        self.incarnation = static_cast<std::uint32_t>(rows_.number("incarnation"));
        return self;
    });
}

void RecordStore::set_self(const Self& self)
{
    rows_.set_setting("region", self.region);
    rows_.set_setting("office", self.office);
    rows_.set_setting("role", std::string(role_name(self.org.role)));
    rows_.set_setting("org", self.org.id);
    rows_.set_number("device", self.device);
    rows_.set_number("incarnation", self.incarnation);
}

std::optional<Record> RecordStore::find(const EntityDef& def, const Uuid& id)
{
    return guarded(db_, [&]() -> std::optional<Record> {
        const auto meta = rows_.meta(id);
        if (!meta || meta->deleted || meta->def->id != def.id)
            return std::nullopt;
        return rows_.read(*meta);
    });
}

std::optional<std::pair<Meta, Record>> RecordStore::find_any(const Uuid& id)
{
    return guarded(db_, [&]() -> std::optional<std::pair<Meta, Record>> {
        const auto meta = rows_.meta(id);
        if (!meta)
            return std::nullopt;
        return std::pair{*meta, rows_.read(*meta)};
    });
}

std::vector<Record> RecordStore::select(const Query& query)
{
    std::vector<Record> records;
    each(query, [&](const Record& record) { records.push_back(record); });
    return records;
}

void RecordStore::each(const Query& query, const std::function<void(const Record&)>& visit)
{
    guarded(db_, [&] {
        std::string sql = "SELECT rec.id";
        for (const auto& field : query.def->fields)
            sql.append(", t.").append(quoted(field.name));
        sql += " FROM " + quoted(query.def->name) + " AS t JOIN rec USING (rid) WHERE "
            + condition(query) + tail(query);
        SQLite::Statement rows(db_.handle(), sql);
        bind_all(rows, query.arguments);
        auto record = Record::empty(*query.def, {});
        while (rows.executeStep()) {
            record.id = column_id(rows.getColumn(0));
            for (std::size_t i = 0; i < record.values.size(); ++i)
                record.values[i] =
                    column_value(rows.getColumn(static_cast<int>(i) + 1), query.def->fields[i]);
            visit(record);
        }
    });
}

std::vector<Uuid> RecordStore::ids(const Query& query)
{
    return guarded(db_, [&] {
        SQLite::Statement rows(db_.handle(),
            "SELECT rec.id FROM " + quoted(query.def->name) + " AS t JOIN rec USING (rid) WHERE "
                + condition(query) + tail(query));
        bind_all(rows, query.arguments);
        std::vector<Uuid> found;
        while (rows.executeStep())
            found.push_back(column_id(rows.getColumn(0)));
        return found;
    });
}

std::int64_t RecordStore::count(const Query& query)
{
    return guarded(db_, [&] {
        SQLite::Statement row(db_.handle(),
            "SELECT count(*) FROM " + quoted(query.def->name) + " AS t WHERE " + condition(query));
        bind_all(row, query.arguments);
        row.executeStep();
        return row.getColumn(0).getInt64();
    });
}

std::vector<Record> RecordStore::where(
    const EntityDef& def, std::string_view field, const Value& value)
{
    return guarded(db_, [&] {
        std::vector<Record> records;
        for (const auto& meta : rows_.where(def, field, value))
            records.push_back(rows_.read(meta));
        return records;
    });
}

std::optional<Record> RecordStore::another(
    const EntityDef& def, std::string_view field, const Value& value, const Uuid& except)
{
    return guarded(db_, [&]() -> std::optional<Record> {
        const auto meta = rows_.another(def, field, value, except);
        return meta ? std::optional(rows_.read(*meta)) : std::nullopt;
    });
}

std::string RecordStore::title_of(const Uuid& id)
{
    auto at = id;
    for (int depth = 0; depth < 3; ++depth) {
        const auto found = find_any(at);
        if (!found)
            break;
        const auto& title = found->second[found->second.def->title];
        const auto* next = std::get_if<Uuid>(&title);
        if (!next)
            return shown_title(*this, found->second);
        at = *next;
    }
    return id.text().substr(0, 8) + "…";
}

RecordStore::State RecordStore::state()
{
    return guarded(db_, [&] {
        renew_catalogs(db_.handle(), Renewal::reading); // another program may have defined fields
        return State{db_.handle().getTotalChanges(),
            db_.handle().execAndGet("PRAGMA data_version").getInt64()};
    });
}

std::vector<HistoryStep> RecordStore::history(const Uuid& id)
{
    return guarded(db_, [&] {
        std::vector<HistoryStep> steps;
        const auto meta = rows_.meta(id);
        if (!meta)
            return steps;
        auto& born =
            rows_.statements().get("SELECT at, account, document FROM stamp WHERE ver = ?");
        born.bind(1, meta->born.packed());
        if (born.executeStep())
            steps.push_back({.at = born.getColumn(0).getInt64(),
                .user = account(born.getColumn(1).getInt64()).name,
                .device = device_name(first_said(rows_, meta->born).device),
                .document = born.getColumn(2).getString()});
        born.reset();
        auto& rows = rows_.statements().get(
            "SELECT at, account, fid, old, new, document, ver, "
            "(SELECT label FROM command WHERE id = history.command), "
            "(SELECT kind FROM command WHERE id = history.command) = 'undo' "
            "FROM history WHERE rid = ? AND NOT (fid > 0 AND command IS NULL AND "
            "old IS NULL AND new IS NULL) ORDER BY id");
        rows.bind(1, meta->rid);
        const auto own = self().device;
        while (rows.executeStep()) {
            // Whoever said it again to a restored county did not do it.
            const auto version = first_said(rows_, Version::unpacked(rows.getColumn(6).getInt64()));
            const bool is_decision = rows.getColumn(7).getString() == label_of_settling;
            const bool is_taken_back = rows.getColumn(8).getInt() != 0;
            // A decision taken back leaves the version of the county; it was done here all the
            // same.
            const auto device = is_decision && is_taken_back ? own : version.device;
            const auto fid = rows.getColumn(2).getInt();
            if (fid >= first_extra_field && !meta->def->find(fid))
                continue; // of an extra field that is not used any more
            HistoryStep step{.at = rows.getColumn(0).getInt64(),
                .user = account(rows.getColumn(1).getInt64()).name,
                .device = device_name(device),
                .field = meta->def->find(fid),
                .fid = fid,
                .document = rows.getColumn(5).getString(),
                .decided = is_decision && !is_taken_back};
            if (step.field) {
                step.before = column_text_value(rows.getColumn(3), *step.field);
                step.after = column_text_value(rows.getColumn(4), *step.field);
            } else {
                step.before = rows.getColumn(3).getString() == "1";
                step.after = rows.getColumn(4).getString() == "1";
            }
            steps.push_back(std::move(step));
        }
        rows.reset();
        add_lost(steps, *meta, held_versions(rows_, *meta));
        return steps;
    });
}

/// The county keeps what did not win in the inbox of every office concerned, also when it is
/// decided.
void RecordStore::add_lost(std::vector<HistoryStep>& steps, const Meta& meta,
    const std::set<std::pair<int, std::int64_t>>& held)
{
    auto& rows =
        rows_.statements().get("SELECT fid, base, waits, waits_ver, ifnull(at, 0), "
                               "ifnull(account, 0), ifnull(document, ''), stands_ver"
                               " FROM inbox LEFT JOIN stamp ON stamp.ver = waits_ver "
                               "WHERE record = ? AND kind = 'conflict' AND (base IS NOT NULL OR "
                               "waits IS NOT NULL) "
                               "ORDER BY waits_ver");
    bind(rows, 1, meta.id);
    while (rows.executeStep()) {
        const auto version = first_said(rows_, Version::unpacked(rows.getColumn(3).getInt64()));
        const auto* field = meta.def->find(rows.getColumn(0).getInt());
        if (!field || held.contains({field->id, version.packed()}))
            continue;
        HistoryStep step{.at = rows.getColumn(4).getInt64(),
            .user = account(rows.getColumn(5).getInt64()).name,
            .device = device_name(version.device),
            .field = field,
            .fid = field->id,
            .before = column_text_value(rows.getColumn(1), *field),
            .after = column_text_value(rows.getColumn(2), *field),
            .document = rows.getColumn(6).getString(),
            .lost = true};
        const auto at =
            place_in_time(rows_, step.at, Version::unpacked(rows.getColumn(7).getInt64()));
        const auto later = std::ranges::find_if(
            steps, [&](const HistoryStep& other) { return at != 0 && other.at > at; });
        steps.insert(later, std::move(step));
    }
    rows.reset();
}

std::int64_t RecordStore::unsent()
{
    return guarded(db_, [&] {
        SQLite::Statement row(db_.handle(),
            "SELECT count(*) FROM op WHERE payload IS NOT NULL OR "
                + std::string(op_says_something));
        row.executeStep();
        return row.getColumn(0).getInt64();
    });
}

std::int64_t RecordStore::account_number(const Account& account)
{
    auto& put = rows_.statements().get("INSERT INTO account (id, name) VALUES (?, ?) "
                                       "ON CONFLICT (id) DO UPDATE SET name = excluded.name "
                                       "WHERE name <> excluded.name AND excluded.name <> ''");
    bind(put, 1, account.id);
    put.bind(2, account.name);
    put.exec();
    return known_account(account);
}

std::int64_t RecordStore::known_account(const Account& account)
{
    auto& put = rows_.statements().get("INSERT OR IGNORE INTO account (id, name) VALUES (?, ?)");
    bind(put, 1, account.id);
    put.bind(2, account.name);
    put.exec();
    auto& row = rows_.statements().get("SELECT no FROM account WHERE id = ?");
    bind(row, 1, account.id);
    row.executeStep();
    const auto number = row.getColumn(0).getInt64();
    row.reset();
    return number;
}

Account RecordStore::account(std::int64_t number)
{
    auto& row = rows_.statements().get("SELECT id, name FROM account WHERE no = ?");
    row.bind(1, number);
    Account account;
    if (row.executeStep())
        account = {column_id(row.getColumn(0)), row.getColumn(1).getString()};
    row.reset();
    return account;
}

std::string RecordStore::device_name(std::uint32_t number)
{
    auto& row = rows_.statements().get("SELECT name FROM device WHERE no = ?");
    row.bind(1, static_cast<std::int64_t>(number));
    std::string name;
    if (row.executeStep())
        name = row.getColumn(0).getString();
    row.reset();
    return name;
}

} // namespace model
