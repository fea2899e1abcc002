#include "model/store/rows.h"

#include "model/store/audit.h"

#include <algorithm>
#include <stdexcept>

namespace model {

namespace {

constexpr const char* select_meta =
    "SELECT rec.rid, rec.id, rec.kind, rec.scope, rec.home, rec.born, rec.deleted, rec.gseq, "
    "rec.entered FROM rec ";

void bind_home(SQLite::Statement& statement, int index, const Uuid& home)
{
    if (home.is_nil())
        statement.bind(index);
    else
        bind(statement, index, home);
}

std::string column_list(const EntityDef& def)
{
    std::string list = "rid";
    for (const auto& field : def.fields)
        list.append(", ").append(quoted(field.name));
    return list;
}

} // namespace

Rows::Rows(Database& db, const Catalog& catalog)
    : db_(db)
    , catalog_(catalog)
    , statements_(db.handle())
    , digest_(db, statements_)
{
}

Meta Rows::read_meta(SQLite::Statement& row)
{
    Meta meta;
    meta.rid = row.getColumn(0).getInt64();
    meta.id = column_id(row.getColumn(1));
    meta.kind = row.getColumn(2).getInt();
    meta.def = catalog_.find(meta.kind);
    meta.scope = row.getColumn(3).getInt64();
    meta.home = column_id(row.getColumn(4));
    meta.born = Version::unpacked(row.getColumn(5).getInt64());
    meta.deleted = row.getColumn(6).getInt() != 0;
    meta.gseq = row.getColumn(7).getInt64();
    meta.entered = row.getColumn(8).getInt64();
    return meta;
}

std::optional<Meta> Rows::meta(const Uuid& id)
{
    auto found = any_meta(id);
    return found && found->def ? found : std::nullopt;
}

std::optional<Meta> Rows::any_meta(const Uuid& id)
{
    static const std::string sql = std::string(select_meta) + "WHERE id = ?";
    auto& row = statements_.get(sql);
    bind(row, 1, id);
    if (!row.executeStep())
        return std::nullopt;
    auto meta = read_meta(row);
    row.reset();
    return meta;
}

std::optional<Meta> Rows::meta(std::int64_t rid)
{
    auto found = any_meta(rid);
    return found && found->def ? found : std::nullopt;
}

std::optional<Meta> Rows::any_meta(std::int64_t rid)
{
    static const std::string sql = std::string(select_meta) + "WHERE rid = ?";
    auto& row = statements_.get(sql);
    row.bind(1, rid);
    if (!row.executeStep())
        return std::nullopt;
    auto meta = read_meta(row);
    row.reset();
    return meta;
}

Rows::Sql& Rows::sql_of(const EntityDef& def)
{
    const auto found = sql_.find(&def);
    if (found != sql_.end())
        return found->second;
    std::string places = "?";
    for (std::size_t i = 0; i < def.fields.size(); ++i)
        places += ", ?";
    Sql sql{
        .select = {"SELECT " + column_list(def) + " FROM " + quoted(def.name) + " WHERE rid = ?"},
        .insert = {"INSERT INTO " + quoted(def.name) + " (" + column_list(def) + ") VALUES ("
            + places + ")"}};
    return sql_.emplace(&def, std::move(sql)).first->second;
}

Rows::FieldSql& Rows::sql_of(const EntityDef& def, std::string_view name)
{
    const auto* field = def.find(name);
    if (!field)
        throw std::logic_error("A field of another entity");
    const auto found = field_sql_.find(field);
    if (found != field_sql_.end())
        return found->second;
    const auto join = std::string(select_meta) + "JOIN " + quoted(def.name)
        + " AS t USING (rid) WHERE t." + quoted(name) + " = ? AND rec.deleted = 0 ";
    FieldSql sql{
        .value = {"SELECT " + quoted(name) + " FROM " + quoted(def.name) + " WHERE rid = ?"},
        .where = {join + "ORDER BY t.rid"},
        // No order: the first one the index meets will do, however many there are.
        .another = {join + "AND rec.id <> ? LIMIT 1"}};
    return field_sql_.emplace(field, std::move(sql)).first->second;
}

Record Rows::read(const Meta& meta)
{
    auto& row = statements_.get(sql_of(*meta.def).select);
    row.bind(1, meta.rid);
    Record record{.def = meta.def, .id = meta.id, .values = {}};
    record.values.reserve(meta.def->fields.size());
    if (!row.executeStep())
        throw StoreError({msgid("The file is damaged: a record has lost its fields")});
    for (int i = 1; const auto& field : meta.def->fields)
        record.values.push_back(column_value(row.getColumn(i++), field));
    row.reset();
    return record;
}

Value Rows::read_field(const Meta& meta, const FieldDef& field)
{
    auto& row = statements_.get(sql_of(*meta.def, field.name).value);
    row.bind(1, meta.rid);
    if (!row.executeStep())
        throw StoreError({msgid("The file is damaged: a record has lost its fields")});
    auto value = column_value(row.getColumn(0), field);
    row.reset();
    return value;
}

std::vector<Meta> Rows::where(const EntityDef& def, std::string_view field, const Value& value)
{
    auto& rows = statements_.get(sql_of(def, field).where);
    bind(rows, 1, value);
    std::vector<Meta> found;
    while (rows.executeStep())
        found.push_back(read_meta(rows));
    rows.reset();
    return found;
}

void Rows::each_changed(std::int64_t after, const std::function<bool(const Meta&)>& visit)
{
    static const std::string sql = std::string(select_meta) + "WHERE gseq > ? ORDER BY gseq";
    auto& rows = statements_.get(sql);
    rows.bind(1, after);
    while (rows.executeStep() && visit(read_meta(rows)))
        continue;
    rows.reset();
}

std::vector<Meta> Rows::ending_in(int byte)
{
    auto& rows =
        statements_.get(std::string(select_meta) + "WHERE substr(id, 16, 1) = ? ORDER BY rid");
    const auto last = static_cast<unsigned char>(byte);
    rows.bind(1, static_cast<const void*>(&last), 1);
    std::vector<Meta> found;
    while (rows.executeStep())
        found.push_back(read_meta(rows));
    rows.reset();
    return found;
}

void Rows::each_meta(const std::function<void(const Meta&)>& visit)
{
    auto& rows = statements_.get(std::string(select_meta) + "ORDER BY rid");
    while (rows.executeStep())
        visit(read_meta(rows));
    rows.reset();
}

std::optional<Meta> Rows::another(
    const EntityDef& def, std::string_view field, const Value& value, const Uuid& except)
{
    auto& rows = statements_.get(sql_of(def, field).another);
    bind(rows, 1, value);
    bind(rows, 2, except);
    std::optional<Meta> found;
    if (rows.executeStep())
        found = read_meta(rows);
    rows.reset();
    return found;
}

void Rows::insert(Meta& meta, std::span<const Value> values)
{
    if (!insert_new(meta, values))
        throw std::logic_error("Another record has this identity");
}

bool Rows::insert_new(Meta& meta, std::span<const Value> values)
{
    if (!insert_meta(meta))
        return false;
    versions_changed(); // a number that was given back may be given anew
    if (meta.def) {
        meta.kind = meta.def->id;
        insert_values(meta, values);
    }
    return true;
}

bool Rows::insert_meta(Meta& meta)
{
    auto& rec =
        statements_.get("INSERT INTO rec (id, kind, scope, home, born, deleted, gseq, entered) "
                        "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING");
    bind(rec, 1, meta.id);
    rec.bind(2, meta.def ? meta.def->id : meta.kind);
    rec.bind(3, meta.scope);
    bind_home(rec, 4, meta.home);
    rec.bind(5, meta.born.packed());
    rec.bind(6, meta.deleted ? 1 : 0);
    if (meta.gseq) {
        rec.bind(7, meta.gseq);
        rec.bind(8, meta.entered);
    }
    if (rec.exec() == 0)
        return false;
    meta.rid = db_.handle().getLastInsertRowid();
    return true;
}

void Rows::insert_values(const Meta& meta, std::span<const Value> values)
{
    auto& sql = sql_of(*meta.def);
    if (auto* row = sql.shapes.statement_for(db_.handle(), *meta.def, values)) {
        row->bind(1, meta.rid);
        for (int i = 2; const auto& value : values)
            if (!is_empty(value))
                bind(*row, i++, value);
        row->exec();
        return;
    }
    auto& row = statements_.get(sql.insert);
    row.bind(1, meta.rid);
    for (int i = 2; const auto& value : values) {
        if (!is_empty(value))
            bind(row, i, value);
        ++i;
    }
    row.exec();
}

void Rows::write(const Meta& meta, std::span<const FieldEdit> edits)
{
    if (edits.empty())
        return;
    std::string sql = "UPDATE " + quoted(meta.def->name) + " SET ";
    for (std::size_t i = 0; i < edits.size(); ++i)
        sql.append(i ? ", " : "").append(quoted(edits[i].field->name)).append(" = ?");
    auto& row = statements_.get(sql + " WHERE rid = ?");
    int i = 1;
    for (const auto& edit : edits)
        bind(row, i++, edit.value);
    row.bind(i, meta.rid);
    row.exec();
    note_change(meta);
}

void Rows::write_meta(const Meta& meta)
{
    auto& rec = statements_.get("UPDATE rec SET scope = ?, home = ?, born = ?, deleted = ?, "
                                "gseq = ?, entered = ? WHERE rid = ?");
    rec.bind(1, meta.scope);
    bind_home(rec, 2, meta.home);
    rec.bind(3, meta.born.packed());
    rec.bind(4, meta.deleted ? 1 : 0);
    if (meta.gseq) {
        rec.bind(5, meta.gseq);
        rec.bind(6, meta.entered);
    }
    rec.bind(7, meta.rid);
    rec.exec();
    note_change(meta);
}

void Rows::purge(const Meta& meta)
{
    versions_changed();
    keep_left(*this, meta.rid);
    for (const auto* sql : {"DELETE FROM fver WHERE rid = ?", "DELETE FROM history WHERE rid = ?",
             "DELETE FROM shadow WHERE rid = ?", "DELETE FROM ext_field WHERE rid = ?",
             "DELETE FROM rec WHERE rid = ?"}) {
        auto& statement = statements_.get(sql);
        statement.bind(1, meta.rid);
        statement.exec();
    }
    note_change(meta);
    if (!meta.def)
        return;
    auto& row = statements_.get("DELETE FROM " + quoted(meta.def->name) + " WHERE rid = ?");
    row.bind(1, meta.rid);
    row.exec();
}

std::vector<std::pair<int, std::string>> Rows::unknown_fields(std::int64_t rid)
{
    auto& rows = statements_.get("SELECT fid, value FROM ext_field WHERE rid = ? ORDER BY fid");
    rows.bind(1, rid);
    std::vector<std::pair<int, std::string>> found;
    while (rows.executeStep())
        found.emplace_back(rows.getColumn(0).getInt(), rows.getColumn(1).getString());
    rows.reset();
    return found;
}

bool Rows::any_unknown_fields()
{
    auto& row = statements_.get("SELECT EXISTS (SELECT 1 FROM ext_field)");
    row.executeStep();
    const bool any = row.getColumn(0).getInt() != 0;
    row.reset();
    return any;
}

void Rows::set_unknown_field(std::int64_t rid, int fid, const std::string& json)
{
    auto& row = statements_.get("INSERT OR REPLACE INTO ext_field VALUES (?, ?, ?)");
    row.bind(1, rid);
    row.bind(2, fid);
    row.bind(3, json);
    row.exec();
}

std::string Rows::setting(std::string_view name, std::string_view otherwise)
{
    auto& row = statements_.get("SELECT value FROM meta WHERE name = ?");
    row.bind(1, std::string(name));
    std::string value(otherwise);
    if (row.executeStep())
        value = row.getColumn(0).getString();
    row.reset();
    return value;
}

std::int64_t Rows::number(std::string_view name, std::int64_t otherwise)
{
    auto& row = statements_.get("SELECT value FROM meta WHERE name = ?");
    row.bind(1, std::string(name));
    auto value = otherwise;
    if (row.executeStep())
        value = row.getColumn(0).getInt64();
    row.reset();
    return value;
}

void Rows::set_setting(std::string_view name, const std::string& value)
{
    auto& row = statements_.get("INSERT OR REPLACE INTO meta VALUES (?, ?)");
    row.bind(1, std::string(name));
    row.bind(2, value);
    row.exec();
}

void Rows::set_number(std::string_view name, std::int64_t value)
{
    auto& row = statements_.get("INSERT OR REPLACE INTO meta VALUES (?, ?)");
    row.bind(1, std::string(name));
    row.bind(2, value);
    row.exec();
}

} // namespace model
