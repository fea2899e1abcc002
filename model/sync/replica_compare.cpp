// A device beside a county that was restored from a backup: what the county lost comes back.

#include "model/schema/ownership.h"
#include "model/store/again.h"
#include "model/store/audit.h"
#include "model/sync/replica.h"
#include "model/sync/told.h"

#include <algorithm>
#include <cstring>

namespace model {

namespace {

bool holds(const std::vector<Version>& versions, const Version& version)
{
    return version == Version{} || std::ranges::find(versions, version) != versions.end();
}

/// Numbers up to this one are for what is said again.
constexpr std::int64_t told_again = 1LL << 32;

} // namespace

Replica::Comparing Replica::comparing()
{
    return guarded(store_.db(), [&] { return static_cast<Comparing>(rows_.number("comparing")); });
}

void Replica::begin_comparing()
{
    rows_.set_number("comparing", static_cast<std::int64_t>(Comparing::pulling));
    rows_.set_number("cursor", 0);
    rows_.set_number("since", 0);
    rows_.set_setting("mark", "");
    // What the county lost is said before what it has never heard.
    const auto self = store_.self();
    renumber(self, self, told_again);
    rows_.set_number("again_seq", 0);
    for (const auto* sql : {"DELETE FROM met_record", "DELETE FROM met_item"})
        rows_.statements().get(sql).exec();
}

void Replica::note_met(const Meta& meta)
{
    if (stage_ != Comparing::pulling)
        return;
    auto& put = rows_.statements().get("INSERT OR IGNORE INTO met_record VALUES (?)");
    put.bind(1, meta.rid);
    put.exec();
}

bool Replica::was_met(const Uuid& id)
{
    auto& row = rows_.statements().get(
        "SELECT 1 FROM met_record WHERE rid = (SELECT rid FROM rec WHERE id = ?)");
    bind(row, 1, id);
    const bool was = row.executeStep();
    row.reset();
    return was;
}

std::vector<Version> Replica::known_versions(const Meta& meta)
{
    auto known = rows_.known_versions(meta);
    // What came while an edit waited on top of it, nobody has answered yet.
    auto& unseen = rows_.statements().get(
        "SELECT ver FROM shadow WHERE rid = ? AND NOT EXISTS (SELECT 1 FROM op JOIN op_field "
        "USING (seq) WHERE op.rid = shadow.rid AND fid = shadow.fid AND base = shadow.ver)");
    unseen.bind(1, meta.rid);
    while (unseen.executeStep())
        std::erase(known, Version::unpacked(unseen.getColumn(0).getInt64()));
    unseen.reset();
    // Whoever decided a conflict had both sides before his eyes.
    auto& decided = rows_.statements().get(
        "SELECT waits_ver FROM inbox WHERE record = ?1 AND kind = 'conflict' AND state = 'settled' "
        "UNION SELECT stands_ver FROM inbox WHERE record = ?1 AND kind = 'conflict' "
        "AND state = 'settled' UNION SELECT ver FROM hub_seen WHERE record = ?1");
    bind(decided, 1, meta.id);
    while (decided.executeStep())
        known.push_back(Version::unpacked(decided.getColumn(0).getInt64()));
    decided.reset();
    // Whoever knows what says it again knows what was said first.
    known = with_first_said(rows_, std::move(known));
    // What waits here the county could not have, and its numbers may still change.
    const auto self = store_.self();
    std::erase_if(known, [&](const Version& version) {
        return version == Version{}
        || (version.device == self.device && version.incarnation == self.incarnation);
    });
    return known;
}

std::vector<Version> Replica::without(
    std::vector<Version> known, const Waiting& waiting, std::optional<int> fid)
{
    for (const auto& [where, version] : waiting)
        if (!fid || where == *fid)
            std::erase_if(known, [&, first = first_said(rows_, version)](const Version& other) {
                return first_said(rows_, other) == first;
            });
    return known;
}

Replica::Waiting Replica::waiting_items(const Meta& meta, const char* kind)
{
    auto& rows = rows_.statements().get(
        "SELECT fid, waits_ver FROM inbox WHERE record = ? AND kind = ? AND state = 'open'");
    bind(rows, 1, meta.id);
    rows.bind(2, std::string(kind));
    Waiting waiting;
    while (rows.executeStep())
        waiting.emplace_back(
            rows.getColumn(0).getInt(), Version::unpacked(rows.getColumn(1).getInt64()));
    rows.reset();
    return waiting;
}

void Replica::tell_waiting(const Meta& meta, const std::vector<Version>& known)
{
    // What waits to be sent was made by somebody who had all this before his eyes. A deletion
    // has told already what its author saw.
    auto& put = rows_.statements().get(
        "UPDATE op SET extra = coalesce(extra, '') || ? WHERE rid = ? AND payload IS NULL "
        "AND type NOT IN ('delete', 'restore')");
    put.bind(1, seen_extra(known));
    put.bind(2, meta.rid);
    put.exec();
}

void Replica::compare(Meta meta, const boost::json::object& state)
{
    const auto self = store_.self();
    const auto record = rows_.read(meta);
    const auto known = known_versions(meta);
    const auto conflicts = waiting_items(meta, "conflict");
    std::vector<Version> mine; // of what stands here: it may be said again itself
    for (std::size_t i = 0; i < record.values.size(); ++i)
        mine.push_back(rows_.version_of(meta, meta.def->fields[i].id, !is_empty(record.values[i])));
    rows_.uncount(meta);
    meta.scope = number_at(state, "s");
    meta.home = uuid_or_nil(state, "h");
    meta.born = Version::parse(text_at(state, "b")).value_or(Version{});
    rows_.write_meta(meta);

    const auto& fields = told_fields(state);
    std::vector<Value> values;
    std::vector<Version> versions;
    for (const auto& field : meta.def->fields) {
        values.push_back(told_value(fields, field));
        versions.push_back(told_version(state, field.id)
                               .value_or(is_empty(values.back()) ? Version{} : meta.born));
    }
    tell_waiting(meta, without(known, conflicts));

    // What says a version again, and what its author knew.
    std::map<std::pair<Version, std::vector<Version>>, Version> said;
    std::vector<FieldEdit> writes;
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        const auto& field = meta.def->fields[i];
        const bool is_beyond = !holds(known, versions[i]);
        const bool is_set = field.merges();
        // What the county has beyond our knowledge is not taken out of a set.
        const auto known_there =
            is_set && !is_beyond ? words_known_there(meta, field, values[i], versions[i]) : Value{};
        if (const auto pending = outbox_.pending(meta.rid, field)) {
            put_under(meta, field, values[i], versions[i]);
            if (is_set)
                say_words_again(meta, field, *pending, known_there);
            continue;
        }
        // What this device said itself it says again, and be it to hear why it is refused.
        const bool is_same = mine[i] == versions[i];
        const bool is_ours_to_say = (!is_same || is_set) && mine[i] != Version{}
            && record.values[i] != values[i]
            && (mine[i].device == self.device
                || may_write(self.org, field, {meta.scope, meta.home, self.county()}));
        if (!is_ours_to_say) {
            take_field(meta, field, record.values[i], values[i], versions[i], writes);
            continue;
        }
        const auto seen = without(known, conflicts, field.id);
        // The same edit may have come once more upon fewer words: that is said for itself.
        Version alone;
        auto& now = is_same ? alone : said[{mine[i], seen}];
        if (now == Version{})
            now = say_again(meta, OpType::set, mine[i], seen);
        put_again(now, field, mine[i], known_there, record.values[i]);
        rows_.set_version(meta.rid, {field.id, now});
        put_under(meta, field, values[i], versions[i]);
    }
    rows_.write(meta, writes);
    compare_deleted(meta, state, known);
    take_unknown(meta, state);
    rows_.count(meta);
    note_met(meta);
}

void Replica::compare_deleted(
    Meta& meta, const boost::json::object& state, const std::vector<Version>& known)
{
    const bool deleted = is_told_deleted(state);
    const auto theirs = told_version(state, deleted_fid).value_or(Version{});
    const auto mine = rows_.version_of(meta, deleted_fid, false);
    if (outbox_.is_pending(meta.rid, deleted_fid))
        return;
    const auto self = store_.self();
    const auto& title = *meta.def->find(meta.def->title);
    const bool is_ours_to_say = meta.deleted != deleted && mine != Version{} && mine != theirs
        && may_write(self.org, title, {meta.scope, meta.home, self.county()});
    if (!is_ours_to_say) {
        take_deleted(meta, deleted, theirs);
        return;
    }
    say_deleted_again(meta, mine, meta.deleted, known);
}

std::int64_t Replica::finish_comparing()
{
    return guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        const auto self = store_.self();
        std::vector<std::int64_t> absent;
        auto& rows = rows_.statements().get(
            "SELECT rid FROM rec WHERE rid NOT IN (SELECT rid FROM met_record) ORDER BY rid");
        while (rows.executeStep())
            absent.push_back(rows.getColumn(0).getInt64());
        rows.reset();
        for (const auto rid : absent) {
            const auto meta = rows_.any_meta(rid).value();
            if (outbox_.is_create_pending(rid))
                continue; // the county could not have it
            if (meta.scope == restricted_scope)
                continue; // nor is it to
            if (meta.def && may_create(meta, self))
                create_again(meta);
            else
                leave(meta.id);
        }
        Audit(store_).note_left();
        renumber(self, self); // without gaps again
        rows_.set_number("comparing", static_cast<std::int64_t>(Comparing::sending));
        auto& said =
            rows_.statements().get("SELECT count(DISTINCT rid) FROM op WHERE extra LIKE 'again%'");
        said.executeStep();
        const auto count = said.getColumn(0).getInt64();
        said.reset();
        rows_.flush_digest();
        transaction.commit();
        return count;
    });
}

std::optional<Replica::LostItems> Replica::lost_items(const Hash128& after, std::int64_t limit)
{
    return guarded(store_.db(), [&]() -> std::optional<LostItems> {
        LostItems lost;
        JsonText out(lost.message);
        bool any = false;
        out.open('{');
        if (const auto mark = rows_.setting("lost"); !mark.empty())
            out.key("lost").text(mark);
        out.key("items").open('[');
        auto& rows = rows_.statements().get(
            "SELECT id, kind, record, entity, fid, base, stands, stands_ver, waits, waits_ver, "
            "reason FROM inbox WHERE state = 'open' AND kind <> 'on_behalf' "
            "AND id NOT IN (SELECT id FROM met_item) AND id > ? ORDER BY id LIMIT ?");
        bind(rows, 1, after);
        rows.bind(2, limit);
        while (rows.executeStep()) {
            const auto put = [&](const char* key, int column) {
                if (!rows.getColumn(column).isNull())
                    out.key(key).text(rows.getColumn(column).getString());
            };
            const auto version = [&](const char* key, int column) {
                out.key(key).text(Version::unpacked(rows.getColumn(column).getInt64()).text());
            };
            any = true;
            lost.last = Hash128::from_hex(
                to_hex({static_cast<const char*>(rows.getColumn(0).getBlob()), 16}));
            out.open('{').key("id").text(lost.last.hex());
            put("kind", 1);
            out.key("r").text(column_id(rows.getColumn(2)).text());
            out.key("k").number(rows.getColumn(3).getInt64());
            out.key("f").number(rows.getColumn(4).getInt64());
            put("base", 5);
            put("stands", 6);
            version("stands_v", 7);
            put("waits", 8);
            version("waits_v", 9);
            put("reason", 10);
            out.close('}');
        }
        rows.reset();
        out.close(']').close('}');
        return any ? std::optional(lost) : std::nullopt;
    });
}

void Replica::forget_items()
{
    guarded(store_.db(), [&] {
        Transaction transaction(store_.db());
        // Those the county took have come back. Of others stays which versions were answered.
        for (const auto* sql : {"INSERT OR IGNORE INTO hub_seen SELECT record, waits_ver, fid "
                                "FROM inbox WHERE kind = 'conflict' AND state = 'settled' "
                                "AND id NOT IN (SELECT id FROM met_item)",
                 "DELETE FROM inbox WHERE id NOT IN (SELECT id FROM met_item)",
                 "DELETE FROM met_item", "DELETE FROM met_record"})
            rows_.statements().get(sql).exec();
        rows_.set_number("comparing", static_cast<std::int64_t>(Comparing::no));
        rows_.set_setting("lost", "");
        transaction.commit();
    });
}

} // namespace model
