#include "model/store/extra_columns.h"

#include "model/store/rows.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <algorithm>

namespace model {

namespace {

namespace json = boost::json;

std::string column_of(int fid)
{
    return model::quoted('x' + std::to_string(fid));
}

std::string_view code_of(ExtraKind kind)
{
    return choices_of<ExtraKind>[static_cast<std::size_t>(kind)].code;
}

ExtraKind kind_of(std::string_view code)
{
    const auto found = std::ranges::find(choices_of<ExtraKind>, code, &Choice::code);
    return found == choices_of<ExtraKind>.end()
        ? ExtraKind::text
        : static_cast<ExtraKind>(found - choices_of<ExtraKind>.begin());
}

/// The field as the database's cells need it.
FieldDef plain_field(int fid, ExtraKind kind)
{
    FieldDef field;
    field.id = fid;
    field.type = ExtraField{.kind = kind}.type();
    field.scale = kind == ExtraKind::decimal ? 2 : 0;
    return field;
}

/// As a message tells it: whole numbers as such, all else as text.
std::string told(const Value& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return std::to_string(*number);
    return json::serialize(json::value(json::string(to_text(value))));
}

/// Nothing for what is no value of that field.
Value value_in(const std::string& told, const FieldDef& field)
{
    boost::system::error_code error;
    const auto value = json::parse(told, error);
    if (error)
        return {};
    std::string text;
    if (value.is_string())
        text.assign(value.get_string().data(), value.get_string().size());
    else if (value.is_int64())
        text = std::to_string(value.get_int64());
    else
        return {};
    return parse_value(field.type, text, field.scale).value_or(Value{});
}

} // namespace

ExtraColumns::ExtraColumns(SQLite::Database& db, const Catalog& catalog)
    : db_(db)
    , catalog_(catalog)
{
    // Of a rescued file the list of tables may be older than this.
    SQLite::Statement rows(db_,
        "SELECT register, fid, kind FROM extra_column WHERE EXISTS (SELECT 1 FROM "
        "pragma_table_info(register) WHERE name = 'x' || fid)");
    while (rows.executeStep())
        held_.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getInt(),
            kind_of(rows.getColumn(2).getString())});
}

bool ExtraColumns::has(std::string_view on, const ExtraField& extra) const
{
    return std::ranges::any_of(held_, [&](const Held& held) {
        return held.on == on && held.fid == extra.id && held.kind == extra.kind;
    });
}

bool ExtraColumns::leave_out_missing(Extras& extras) const
{
    std::size_t missing = 0;
    for (auto& [on, fields] : extras)
        missing += std::erase_if(fields, [&](const ExtraField& extra) { return !has(on, extra); });
    return missing == 0;
}

void ExtraColumns::fit(const Extras& extras) const
{
    for (const auto& held : held_) {
        const auto fields = extras.find(held.on);
        const bool is_used = fields != extras.end()
            && std::ranges::any_of(fields->second, [&](const ExtraField& extra) {
                   return extra.id == held.fid && extra.kind == held.kind;
               });
        if (const auto* def = catalog_.find(held.on); def && !is_used)
            drop(*def, held);
    }
    for (const auto& [on, fields] : extras)
        for (const auto& extra : fields)
            if (const auto* def = catalog_.find(on); def && !has(on, extra))
                add(*def, extra);
}

void ExtraColumns::add(const EntityDef& def, const ExtraField& extra) const
{
    SQLite::Statement there(db_, "SELECT 1 FROM pragma_table_info(?) WHERE name = ?");
    there.bind(1, std::string(def.name));
    there.bind(2, 'x' + std::to_string(extra.id));
    if (!there.executeStep())
        db_.exec("ALTER TABLE " + quoted(def.name) + " ADD COLUMN " + column_of(extra.id) + " ANY");
    there.reset();
    const std::string code(code_of(extra.kind));
    SQLite::Statement note(db_, "INSERT OR REPLACE INTO extra_column VALUES (?, ?, ?)");
    note.bind(1, std::string(def.name));
    note.bind(2, extra.id);
    note.bind(3, code);
    note.exec();

    const auto field = plain_field(extra.id, extra.kind);
    std::vector<std::pair<std::int64_t, Value>> values;
    SQLite::Statement kept(db_,
        "SELECT rid, value FROM ext_field JOIN rec USING (rid) WHERE rec.kind = ? AND fid = ?");
    kept.bind(1, def.id);
    kept.bind(2, extra.id);
    while (kept.executeStep())
        if (auto value = value_in(kept.getColumn(1).getString(), field); !is_empty(value))
            values.emplace_back(kept.getColumn(0).getInt64(), std::move(value));
    kept.reset();
    SQLite::Statement put(
        db_, "UPDATE " + quoted(def.name) + " SET " + column_of(extra.id) + " = ?1 WHERE rid = ?2");
    SQLite::Statement taken(db_, "DELETE FROM ext_field WHERE rid = ? AND fid = ?");
    for (const auto& [rid, value] : values) {
        put.reset();
        bind(put, 1, value);
        put.bind(2, rid);
        put.exec();
        taken.reset();
        taken.bind(1, rid);
        taken.bind(2, extra.id);
        taken.exec();
        note_changed(def, rid);
    }
    SQLite::Statement emptied(db_, "DELETE FROM ext_field WHERE fid = ? AND value = 'null'");
    emptied.bind(1, extra.id);
    emptied.exec();
}

/// The column stays and is empty: whoever still works with an older catalog finds nothing there.
void ExtraColumns::drop(const EntityDef& def, const Held& held) const
{
    const auto field = plain_field(held.fid, held.kind);
    std::vector<std::pair<std::int64_t, std::string>> values;
    SQLite::Statement rows(db_,
        "SELECT rid, " + column_of(held.fid) + " FROM " + quoted(def.name) + " WHERE "
            + column_of(held.fid) + " IS NOT NULL");
    while (rows.executeStep())
        values.emplace_back(
            rows.getColumn(0).getInt64(), told(column_value(rows.getColumn(1), field)));
    rows.reset();
    SQLite::Statement keep(db_, "INSERT OR REPLACE INTO ext_field VALUES (?, ?, ?)");
    for (const auto& [rid, value] : values) {
        keep.reset();
        keep.bind(1, rid);
        keep.bind(2, held.fid);
        keep.bind(3, value);
        keep.exec();
        note_changed(def, rid);
    }
    db_.exec("UPDATE " + quoted(def.name) + " SET " + column_of(held.fid) + " = NULL WHERE "
        + column_of(held.fid) + " IS NOT NULL");
    SQLite::Statement gone(db_, "DELETE FROM extra_column WHERE register = ? AND fid = ?");
    gone.bind(1, held.on);
    gone.bind(2, held.fid);
    gone.exec();
}

/// What is searched for in it is another now.
void ExtraColumns::note_changed(const EntityDef& def, std::int64_t rid) const
{
    SQLite::Statement stale(db_, "INSERT OR IGNORE INTO search_stale VALUES (?)");
    stale.bind(1, index_row(def.id, rid));
    stale.exec();
    SQLite::Statement touched(db_, "INSERT INTO touched (rid) VALUES (?)");
    touched.bind(1, rid);
    touched.exec();
}

} // namespace model
