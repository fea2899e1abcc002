#include "model/store/outbox.h"

#include "model/base/text.h"
#include "model/schema/extra_field.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>

namespace model {

namespace {

constexpr std::array<std::string_view, 6> op_names{
    "create", "set", "end", "delete", "restore", "resolve"};

/// A value of an extra field that is not used any more, of whatever type: as text it says the same.
Value text_in(const SQLite::Column& column)
{
    return column.isNull() ? Value{} : Value{column.getString()};
}

/// The same of what ext_field keeps.
Value plain_text(const std::string& json)
{
    boost::system::error_code error;
    const auto value = boost::json::parse(json, error);
    if (error || value.is_null())
        return {};
    if (value.is_string())
        return std::string(value.get_string().data(), value.get_string().size());
    return boost::json::serialize(value);
}

/// "again" and a version for what the county had lost, "inbox id in hex" for a resolution and the
/// record where it may not be here, then the versions seen, all joined by spaces.
void read_extra(const std::string& extra, Op& op)
{
    bool is_again = false;
    for (const auto& word : split(extra, ' ')) {
        const auto version = Version::parse(word);
        if (word == "again")
            is_again = true;
        else if (word.size() == 32)
            op.inbox = Hash128::from_hex(word);
        else if (word.size() == 36)
            op.record = Uuid::parse(word).value_or(Uuid{});
        else if (version && is_again && op.again == Version{})
            op.again = *version;
        else if (version)
            op.seen.push_back(*version);
    }
}

} // namespace

std::string seen_extra(const std::vector<Version>& versions)
{
    std::string text;
    for (const auto& version : versions)
        text += ' ' + version.text();
    return text;
}

std::string settling_extra(const Hash128& inbox, const Uuid& record)
{
    return inbox.hex() + ' ' + record.text();
}

std::string_view op_name(OpType type)
{
    return op_names.at(static_cast<std::size_t>(type));
}

std::optional<OpType> parse_op(std::string_view name)
{
    const auto found = std::ranges::find(op_names, name);
    if (found == op_names.end())
        return std::nullopt;
    return static_cast<OpType>(found - op_names.begin());
}

std::optional<Outbox::Entry> Outbox::newest(std::int64_t rid)
{
    auto& row = store_.rows().statements().get(
        "SELECT seq, type, payload IS NOT NULL, coalesce(extra, '') LIKE 'again%', account, "
        "document FROM op WHERE rid = ? "
        "ORDER BY seq DESC LIMIT 1");
    row.bind(1, rid);
    std::optional<Entry> entry;
    if (row.executeStep())
        entry = Entry{row.getColumn(0).getInt64(),
            parse_op(row.getColumn(1).getString()).value_or(OpType::set),
            row.getColumn(2).getInt() != 0, row.getColumn(3).getInt() != 0,
            row.getColumn(4).getInt64(), row.getColumn(5).getString()};
    row.reset();
    return entry;
}

/// What named handlers alone may see is told to nobody. The county counts the edits of a device
/// without a gap, so one that settles what is nowhere stands in the place of this one.
static void keep_silent(Op& op)
{
    op.type = OpType::resolve;
    op.inbox = Hash128::of("restricted");
    op.record = Uuid::named("restricted", "");
    op.document.clear();
}

std::vector<Op> Outbox::read(std::int64_t first, std::int64_t limit, const Self& self)
{
    auto& statements = store_.rows().statements();
    std::vector<Op> ops;
    std::vector<std::int64_t> rids;
    auto& rows = statements.get("SELECT seq, rid, type, grp, account, at, hlc, document, extra "
                                "FROM op WHERE seq >= ? ORDER BY seq LIMIT ?");
    rows.bind(1, first);
    rows.bind(2, limit);
    while (rows.executeStep()) {
        Op op;
        op.version = {self.device, self.incarnation,
            static_cast<std::uint64_t>(rows.getColumn(0).getInt64())};
        rids.push_back(rows.getColumn(1).getInt64());
        op.type = parse_op(rows.getColumn(2).getString()).value_or(OpType::set);
        op.group = column_id(rows.getColumn(3));
        op.account = store_.account(rows.getColumn(4).getInt64());
        op.at = rows.getColumn(5).getInt64();
        op.hlc = rows.getColumn(6).getInt64();
        op.document = rows.getColumn(7).getString();
        read_extra(rows.getColumn(8).getString(), op);
        ops.push_back(std::move(op));
    }
    rows.reset();

    for (std::size_t i = 0; i < ops.size(); ++i) {
        auto& op = ops[i];
        const auto meta = store_.rows().meta(rids[i]);
        if (!meta && op.inbox != Hash128{} && !op.record.is_nil())
            continue; // says nothing of the record itself
        if (!meta)
            throw StoreError({msgid("The file is damaged: an unsent edit has lost its record")});
        if (meta->def->reach == Reach::restricted || meta->scope == restricted_scope) {
            keep_silent(op);
            continue;
        }
        op.def = meta->def;
        op.kind = meta->def->id;
        op.record = meta->id;
        if (op.type == OpType::create && op.again != Version{}) {
            op.scope = meta->scope;
            op.home = meta->home;
        }
        if (op.type == OpType::create && op.again == Version{}) {
            const auto record = store_.rows().read(*meta);
            for (std::size_t f = 0; f < record.values.size(); ++f)
                if (!is_empty(record.values[f]))
                    op.fields.push_back({meta->def->fields[f].id, {}, record.values[f], {}});
            for (const auto& [fid, json] : store_.rows().unknown_fields(rids[i]))
                if (fid >= first_extra_field && !meta->def->find(fid))
                    op.fields.push_back({fid, {}, plain_text(json), {}});
            continue;
        }
        auto& fields = statements.get(
            "SELECT fid, base, value, base_value FROM op_field WHERE seq = ? ORDER BY fid");
        fields.bind(1, static_cast<std::int64_t>(op.version.seq));
        while (fields.executeStep()) {
            const auto fid = fields.getColumn(0).getInt();
            const auto* field = op.def->find(fid);
            if (!field && fid >= first_extra_field) // not used any more, and told all the same
                op.fields.push_back({fid, Version::unpacked(fields.getColumn(1).getInt64()),
                    text_in(fields.getColumn(2)), text_in(fields.getColumn(3))});
            else if (field)
                op.fields.push_back({field->id, Version::unpacked(fields.getColumn(1).getInt64()),
                    column_text_value(fields.getColumn(2), *field),
                    column_text_value(fields.getColumn(3), *field)});
            else // deleted or restored
                op.fields.push_back({deleted_fid, Version::unpacked(fields.getColumn(1).getInt64()),
                    op.type == OpType::remove, op.type != OpType::remove});
        }
        fields.reset();
    }
    return ops;
}

bool Outbox::is_pending(std::int64_t rid, int fid)
{
    auto& row = store_.rows().statements().get(
        "SELECT 1 FROM op JOIN op_field USING (seq) WHERE op.rid = ? AND fid = ? LIMIT 1");
    row.bind(1, rid);
    row.bind(2, fid);
    const bool found = row.executeStep();
    row.reset();
    return found;
}

bool Outbox::is_create_pending(std::int64_t rid)
{
    auto& row = store_.rows().statements().get(
        "SELECT 1 FROM op WHERE rid = ? AND type = 'create' LIMIT 1");
    row.bind(1, rid);
    const bool found = row.executeStep();
    row.reset();
    return found;
}

std::optional<OpField> Outbox::pending(std::int64_t rid, const FieldDef& field)
{
    auto& rows = store_.rows().statements().get(
        "SELECT base, base_value, value FROM op JOIN op_field USING (seq) "
        "WHERE op.rid = ? AND fid = ? ORDER BY seq");
    rows.bind(1, rid);
    rows.bind(2, field.id);
    std::optional<OpField> found;
    while (rows.executeStep()) {
        if (!found)
            found = OpField{field.id, Version::unpacked(rows.getColumn(0).getInt64()), {},
                column_text_value(rows.getColumn(1), field)};
        found->value = column_text_value(rows.getColumn(2), field);
    }
    rows.reset();
    return found;
}

void Outbox::erase_through(std::int64_t last)
{
    auto& statements = store_.rows().statements();
    for (const auto* sql :
        {"DELETE FROM shadow WHERE (rid, fid) IN (SELECT op.rid, fid FROM op JOIN op_field USING "
         "(seq) WHERE seq <= ?1 AND NOT EXISTS (SELECT 1 FROM op AS later JOIN op_field AS f USING "
         "(seq) WHERE later.rid = op.rid AND later.seq > ?1 AND f.fid = op_field.fid))",
            "DELETE FROM op_field WHERE seq <= ?1", "DELETE FROM op WHERE seq <= ?1"}) {
        auto& statement = statements.get(sql);
        statement.bind(1, last);
        statement.exec();
    }
}

} // namespace model
