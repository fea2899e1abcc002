// What a device says again to a county that lost it.

#include "model/schema/ownership.h"
#include "model/store/again.h"
#include "model/sync/replica.h"
#include "model/sync/told.h"

#include <algorithm>

namespace model {

namespace {

Set words_of(const Value& value)
{
    const auto* set = std::get_if<Set>(&value);
    return set ? *set : Set{};
}

Set minus(Set words, const Set& others)
{
    std::erase_if(words,
        [&](const std::string& word) { return std::ranges::find(others, word) != others.end(); });
    return words;
}

} // namespace

Value Replica::words_known_there(
    const Meta& meta, const FieldDef& field, const Value& there, Version version)
{
    // A version names an edit, whose words were put beside what stood there: after a restoration
    // they may stand beside others.
    auto& row = rows_.statements().get(
        "SELECT new FROM history WHERE rid = ? AND fid = ? AND ver = ? ORDER BY id DESC LIMIT 1");
    row.bind(1, meta.rid);
    row.bind(2, field.id);
    row.bind(3, version.packed());
    const bool is_known = row.executeStep();
    const auto known = is_known ? column_text_value(row.getColumn(0), field) : there;
    row.reset();
    return set_value(minus(words_of(there), minus(words_of(there), words_of(known))));
}

void Replica::say_words_again(
    const Meta& meta, const FieldDef& field, const OpField& pending, const Value& known_there)
{
    // What waits is an edit of words the county may have lost: it now says all of them, and takes
    // out what its user took out.
    const auto base = is_empty(known_there)
        ? set_value(minus(words_of(pending.base_value), words_of(pending.value)))
        : known_there;
    auto& put = rows_.statements().get(
        "UPDATE op_field SET base_value = ?1 WHERE fid = ?2 AND seq = "
        "(SELECT min(seq) FROM op JOIN op_field USING (seq) WHERE rid = ?3 AND fid = ?2)");
    bind_text(put, 1, base);
    put.bind(2, field.id);
    put.bind(3, meta.rid);
    put.exec();
}

void Replica::say_deleted_again(
    const Meta& meta, Version was, bool deleted, const std::vector<Version>& known)
{
    // Not even its author had seen what was edited after the deletion.
    const auto seen = deleted ? without(known, waiting_items(meta, "after_deletion")) : known;
    const auto now = say_again(meta, deleted ? OpType::remove : OpType::restore, was, seen);
    auto& put = rows_.statements().get(
        "INSERT INTO op_field (seq, fid, base, base_value, value) VALUES (?, 0, ?, ?, ?)");
    put.bind(1, static_cast<std::int64_t>(now.seq));
    put.bind(2, was.packed());
    put.bind(3, deleted ? "0" : "1");
    put.bind(4, deleted ? "1" : "0");
    put.exec();
    rows_.set_version(meta.rid, {deleted_fid, now});
}

Version Replica::say_again(
    const Meta& meta, OpType type, Version was, const std::vector<Version>& known)
{
    const auto self = store_.self();
    const auto seq = rows_.number("again_seq") + 1;
    rows_.set_number("again_seq", seq);
    const Version now{self.device, self.incarnation, static_cast<std::uint64_t>(seq)};
    const auto first = first_said(rows_, was);
    note_said_again(rows_, now, first);
    // By whom, when and on what document stays as it was.
    auto& stamp = rows_.statements().get(
        "INSERT OR REPLACE INTO stamp (ver, hlc, at, account, document) "
        "SELECT ?1, max(hlc, at << 16), at, account, document FROM stamp WHERE ver = ?2 "
        "UNION ALL SELECT ?1, 0, 0, 0, NULL LIMIT 1");
    stamp.bind(1, now.packed());
    stamp.bind(2, was.packed());
    stamp.exec();
    auto& put = rows_.statements().get(
        "INSERT INTO op (seq, rid, type, grp, account, at, hlc, document, extra) "
        "SELECT ?1, ?2, ?3, ?4, account, at, hlc, document, ?5 FROM stamp WHERE ver = ?6");
    put.bind(1, seq);
    put.bind(2, meta.rid);
    put.bind(3, std::string(op_name(type)));
    bind(put, 4, Uuid::make(store_.clock(), store_.random()));
    put.bind(5, "again " + first.text() + seen_extra(known));
    put.bind(6, now.packed());
    put.exec();
    return now;
}

void Replica::settle_again(const Hash128& item, const Uuid& record)
{
    const auto extra = settling_extra(item, record);
    auto& waits = rows_.statements().get(
        "SELECT 1 FROM op WHERE type = 'resolve' AND extra LIKE '%' || ? || '%' LIMIT 1");
    waits.bind(1, item.hex());
    const bool is_waiting = waits.executeStep();
    waits.reset();
    if (is_waiting)
        return;
    const auto seq = rows_.number("again_seq") + 1;
    rows_.set_number("again_seq", seq);
    auto& put = rows_.statements().get(
        "INSERT INTO op (seq, rid, type, grp, account, at, hlc, extra) "
        "SELECT ?1, coalesce((SELECT rid FROM rec WHERE id = ?2), 0), 'resolve', ?3, "
        "coalesce(max(account), 0), coalesce(max(at), 0), coalesce(max(hlc, at << 16), 0), ?4 "
        "FROM inbox JOIN stamp ON ver = settled_ver WHERE inbox.id = ?5");
    put.bind(1, seq);
    bind(put, 2, record);
    bind(put, 3, Uuid::make(store_.clock(), store_.random()));
    put.bind(4, extra);
    bind(put, 5, item);
    put.exec();
}

void Replica::put_again(
    Version now, const FieldDef& field, Version was, const Value& base, const Value& value)
{
    auto& put = rows_.statements().get(
        "INSERT INTO op_field (seq, fid, base, base_value, value) VALUES (?, ?, ?, ?, ?)");
    put.bind(1, static_cast<std::int64_t>(now.seq));
    put.bind(2, field.id);
    put.bind(3, was.packed());
    bind_text(put, 4, base);
    bind_text(put, 5, value);
    put.exec();
}

bool Replica::may_create(const Meta& meta, const Self& self)
{
    const auto region = Region::of(self.region);
    if (meta.scope == restricted_scope || meta.def->reach == Reach::restricted)
        return false;
    if (meta.scope == county_wide)
        return meta.def->anyone_creates || self.org.role == Role::agency
            || self.org.role == Role::upstream;
    return region && region->contains(meta.scope)
        && (self.org.role != Role::unit || meta.home.text() == self.org.id);
}

void Replica::create_again(Meta meta)
{
    const auto known = known_versions(meta);
    const auto conflicts = waiting_items(meta, "conflict");
    const auto record = rows_.read(meta);
    tell_waiting(meta, without(known, conflicts));
    rows_.uncount(meta);
    const auto was_born = meta.born;
    const auto seen_first = without(known, conflicts);
    meta.born = say_again(meta, OpType::create, was_born, seen_first);
    std::map<std::pair<Version, std::vector<Version>>, Version> said;
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        const auto& field = meta.def->fields[i];
        auto value = record.values[i];
        auto was =
            rows_.version_of({.rid = meta.rid, .born = was_born}, field.id, !is_empty(value));
        // Under what waits lies what the county knew.
        const auto pending = outbox_.pending(meta.rid, field);
        if (pending) {
            was = pending->base;
            value = pending->base_value;
        }
        if (was == Version{})
            continue;
        const auto seen = was == was_born ? seen_first : without(known, conflicts, field.id);
        auto& now = said[{was, seen}];
        if (now == Version{})
            now = was == was_born ? meta.born : say_again(meta, OpType::set, was, seen);
        put_again(now, field, was, {}, value);
        if (!pending && was != was_born)
            rows_.set_version(meta.rid, {field.id, now});
    }
    rows_.write_meta(meta);
    create_deleted_again(meta, known);
    rows_.count(meta);
}

void Replica::create_deleted_again(const Meta& meta, const std::vector<Version>& known)
{
    auto& waiting = rows_.statements().get(
        "SELECT base FROM op JOIN op_field USING (seq) WHERE rid = ? AND fid = 0 ORDER BY seq");
    waiting.bind(1, meta.rid);
    const bool waits = waiting.executeStep();
    const auto base = waits ? Version::unpacked(waiting.getColumn(0).getInt64()) : Version{};
    waiting.reset();
    const auto now = rows_.version_of(meta, deleted_fid, false);
    if (waits && base != Version{}) {
        say_deleted_again(meta, base, !meta.deleted, known);
        rows_.set_version(meta.rid, {deleted_fid, now});
    } else if (!waits && now != Version{}) {
        say_deleted_again(meta, now, meta.deleted, known);
    }
}

} // namespace model
