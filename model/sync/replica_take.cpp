#include "model/entities/attachment.h"
#include "model/schema/minimising.h"
#include "model/schema/ownership.h"
#include "model/store/again.h"
#include "model/store/audit.h"
#include "model/store/contents.h"
#include "model/store/forget.h"
#include "model/sync/merge.h"
#include "model/sync/mutants.h"
#include "model/sync/replica.h"
#include "model/sync/told.h"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cstring>
#include <limits>
#include <set>
#include <utility>

namespace model {

namespace {

namespace json = boost::json;

int field_number(json::string_view key)
{
    int fid = 0;
    for (const char c : key.substr(0, 6)) {
        if (c < '0' || c > '9')
            throw Problem(400, "malformed",
                {msgid("The message is malformed: \"{1}\" is missing or wrong"), {"f"}});
        fid = fid * 10 + (c - '0');
    }
    return fid;
}

} // namespace

Replica::Taken Replica::take_page(const json::object& page)
{
    return guarded(store_.db(), [&] {
        Taken taken;
        Transaction transaction(store_.db());
        stage_ = comparing();
        take_stamps(page);
        take_records(page, taken);
        take_items(page, taken);
        const auto cursor = number_at(page, "cursor");
        rows_.set_number("cursor", cursor);
        if (const auto mark = text_at(page, "mark", ""); !mark.empty())
            rows_.set_setting("mark", mark);
        taken.at_head = cursor == number_at(page, "head");
        if (taken.at_head)
            rows_.set_number("since", cursor);
        if (const auto* digest = find(page, "digest"))
            taken.digest = Hash128::from_hex(scalar_text(*digest));
        rows_.flush_digest();
        transaction.commit();
        return taken;
    });
}

void Replica::take_records(const json::object& page, Taken& taken)
{
    any_unsent_ = unsent() > 0;
    // In the order of the rows, so that neighbours share what is read and written.
    struct Told {
        std::int64_t rid = 0;
        const json::object* state = nullptr;
        std::optional<Meta> known;
    };
    std::vector<Told> told;
    for_each(page, "records", [&](const json::value& state) {
        if (!state.is_object())
            return;
        auto known = rows_.any_meta(uuid_at(state.get_object(), "r"));
        const auto rid = known ? known->rid : std::numeric_limits<std::int64_t>::max();
        told.push_back({rid, &state.get_object(), std::move(known)});
    });
    std::ranges::stable_sort(told, {}, &Told::rid);
    std::set<Uuid> taken_before;
    for (auto& [rid, state, known] : told) {
        const auto id = uuid_at(*state, "r");
        // What an earlier part of the page made or changed is looked up once more.
        const bool is_again = !taken_before.insert(id).second;
        count_seen(*state, known, taken);
        take_record(*state, is_again ? rows_.any_meta(id) : std::move(known));
    }
    // What the county lost of a record that leaves, it must hear first: once compared, it has.
    for_each(page, "leaves", [&](const json::value& id) {
        const auto record = Uuid::parse(scalar_text(id));
        if (record && (stage_ != Comparing::pulling || was_met(*record)))
            leave(*record);
    });
    Audit(store_).note_left();
    forget_minimised();
}

/// What is hidden from people is in no number they read.
void Replica::count_seen(
    const json::object& state, const std::optional<Meta>& known, Taken& taken) const
{
    const int kind = find(state, "k") ? static_cast<int>(number_at(state, "k"))
        : known                       ? known->kind
                                      : 0;
    const auto* def = store_.catalog().find(kind);
    if (def && def->hidden)
        return;
    ++taken.records;
    if (kind != 0)
        ++taken.by_kind[kind];
}

void Replica::note_minimised(const Meta& meta)
{
    const auto* dated = meta.def ? minimised_field(*meta.def) : nullptr;
    if (dated && !is_empty(rows_.read_field(meta, *dated)))
        minimised_.push_back(meta.rid);
}

/// Once for all of a page, so that the log tells it once.
void Replica::forget_minimised()
{
    for (const auto rid : std::exchange(minimised_, {}))
        if (const auto meta = rows_.meta(rid))
            forget_values(store_, *meta);
    Audit(store_).note_forgotten();
}

void Replica::take_record(const json::object& state, std::optional<Meta> known)
{
    const auto id = uuid_at(state, "r");
    const bool whole = find(state, "w") != nullptr;
    if (!known && !whole)
        return; // part of a record that is not here; the digest will tell and repair fetch it
    if (any_unsent_ && known && known->def && outbox_.is_create_pending(known->rid)) {
        open_create(*known, state);
        known = rows_.any_meta(id);
    }
    if (known && known->def && whole && stage_ == Comparing::pulling) {
        compare(*known, state);
        note_minimised(*known);
        return;
    }
    Meta meta = known.value_or(Meta{.id = id, .kind = static_cast<int>(number_at(state, "k"))});
    meta.scope = number_at(state, "s");
    meta.home = uuid_or_nil(state, "h");
    meta.born = Version::parse(text_at(state, "b")).value_or(Version{});
    if (known) {
        rows_.uncount(*known);
        if (meta.scope != known->scope || meta.home != known->home || meta.born != known->born)
            rows_.write_meta(meta);
        take_fields(meta, state, whole);
    } else {
        insert(meta, state);
    }
    take_unknown(meta, state);
    rows_.count(meta);
    note_met(meta);
    if (known)
        note_minimised(meta);
}

void Replica::insert(Meta& meta, const json::object& state)
{
    meta.def = store_.catalog().find(meta.kind);
    meta.deleted = find(state, "d") != nullptr;
    std::vector<Value> values(meta.def ? meta.def->fields.size() : 0);
    const auto* fields = find(state, "f");
    if (fields && fields->is_object())
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = told_value(fields->get_object(), meta.def->fields[i]);
    rows_.insert(meta, values);
    const auto* versions = find(state, "v");
    if (versions && versions->is_object())
        for (const auto& [key, version] : versions->get_object())
            rows_.set_version(meta.rid, {field_number(key), version_of(version)});
}

void Replica::take_fields(Meta& meta, const json::object& state, bool whole)
{
    const auto* fields = find(state, "f");
    if (!meta.def || !fields || !fields->is_object())
        return;
    const bool waits =
        any_unsent_ && outbox_.newest(meta.rid).has_value() && !mutant(Mutant::pull_over_own_edit);
    std::vector<FieldEdit> writes;
    // Most fields are as they were born, and nothing of them is overwritten.
    const auto versions = rows_.versions(meta.rid);
    const auto is_overwritten = [&](int fid, Version by) {
        const auto held = std::ranges::find(versions, fid, &FieldVersion::fid);
        return held != versions.end() && held->ver != by;
    };
    const auto take = [&](const FieldDef& field, const Value& before, auto version) {
        // In a whole record a field without a version of its own is as it was born.
        const auto value = told_value(fields->get_object(), field);
        const auto born = is_empty(value) ? Version{} : meta.born;
        const auto pending = waits ? outbox_.pending(meta.rid, field) : std::nullopt;
        if (pending)
            return take_under(meta, field, value, version.value_or(born), *pending, writes);
        if (before == value && is_overwritten(field.id, version.value_or(born)))
            note_overwritten(meta, field.id, version.value_or(born));
        take_field(meta, field, before, value, version.value_or(born), writes);
    };
    if (whole) {
        const auto record = rows_.read(meta);
        for (std::size_t i = 0; i < record.values.size(); ++i)
            take(
                meta.def->fields[i], record.values[i], told_version(state, meta.def->fields[i].id));
    } else if (const auto* told = find(state, "v"); told && told->is_object()) {
        for (const auto& [key, version] : told->get_object())
            if (const auto* field = meta.def->find(field_number(key)))
                take(*field, rows_.read_field(meta, *field), std::optional(version_of(version)));
    }
    rows_.write(meta, writes);
    // A whole record that says nothing of it was never deleted: ours was refused.
    const auto gone = told_version(state, deleted_fid);
    if (!gone && !whole)
        return;
    const bool is_gone = find(state, "d") != nullptr;
    const auto version = gone.value_or(Version{});
    if (meta.deleted == is_gone && is_overwritten(deleted_fid, version)
        && !outbox_.is_pending(meta.rid, deleted_fid))
        note_overwritten(meta, deleted_fid, version);
    take_deleted(meta, is_gone, version);
}

void Replica::take_unknown(const Meta& meta, const json::object& state)
{
    const auto is_unknown = [&](int fid) {
        return fid != deleted_fid && (!meta.def || !meta.def->find(fid));
    };
    if (const auto* fields = find(state, "f"); fields && fields->is_object())
        for (const auto& [key, value] : fields->get_object())
            if (is_unknown(field_number(key)))
                rows_.set_unknown_field(meta.rid, field_number(key), json::serialize(value));
    if (const auto* versions = find(state, "v"); versions && versions->is_object())
        for (const auto& [key, version] : versions->get_object())
            if (is_unknown(field_number(key))) {
                rows_.set_version(meta.rid, {field_number(key), version_of(version)});
                if (!find(told_fields(state), std::string_view(key.data(), key.size())))
                    rows_.set_unknown_field(meta.rid, field_number(key), "null"); // emptied
            }
}

void Replica::take_under(const Meta& meta, const FieldDef& field, const Value& value,
    Version version, const OpField& pending, std::vector<FieldEdit>& writes)
{
    // Our own edit stays in sight; what the county says waits under it.
    put_under(meta, field, value, version);
    if (field.merges())
        writes.push_back({&field, merge_set(value, pending.base_value, pending.value)});
}

void Replica::put_under(
    const Meta& meta, const FieldDef& field, const Value& value, Version version)
{
    auto& shadow = rows_.statements().get("INSERT OR REPLACE INTO shadow VALUES (?, ?, ?, ?)");
    shadow.bind(1, meta.rid);
    shadow.bind(2, field.id);
    bind_text(shadow, 3, value);
    shadow.bind(4, version.packed());
    shadow.exec();
}

void Replica::take_field(const Meta& meta, const FieldDef& field, const Value& before,
    const Value& value, Version version, std::vector<FieldEdit>& writes)
{
    if (before != value) {
        auto& put = rows_.statements().get(
            "INSERT INTO history (rid, fid, old, new, ver, at, account, document, old_ver) "
            "SELECT ?1, ?2, ?3, ?4, ?5, coalesce(stamp.at, 0), coalesce(stamp.account, 0), "
            "stamp.document, (SELECT ver FROM fver WHERE rid = ?1 AND fid = ?2) FROM (SELECT 1) "
            "LEFT JOIN stamp ON stamp.ver = ?5");
        put.bind(1, meta.rid);
        put.bind(2, field.id);
        bind_text(put, 3, before);
        bind_text(put, 4, value);
        put.bind(5, version.packed());
        put.exec();
        writes.push_back({&field, value});
    }
    if (version == meta.born || version == Version{})
        rows_.drop_version(meta.rid, field.id);
    else
        rows_.set_version(meta.rid, {field.id, version});
}

void Replica::note_overwritten(const Meta& meta, int fid, Version by)
{
    auto& seen = rows_.statements().get("INSERT OR IGNORE INTO hub_seen SELECT ?1, ver, fid "
                                        "FROM fver WHERE rid = ?2 AND fid = ?3 AND ver <> ?4");
    bind(seen, 1, meta.id);
    seen.bind(2, meta.rid);
    seen.bind(3, fid);
    seen.bind(4, by.packed());
    seen.exec();
}

void Replica::open_create(const Meta& meta, const json::object& state)
{
    // Another office made the same record first. Ours becomes an edit of it: only what differs
    // waits to be sent, based on nothing, so that the county decides field by field.
    auto& find_op = rows_.statements().get("SELECT seq FROM op WHERE rid = ? AND type = 'create'");
    find_op.bind(1, meta.rid);
    find_op.executeStep();
    const auto seq = find_op.getColumn(0).getInt64();
    find_op.reset();
    const auto record = rows_.read(meta);
    const auto& fields = told_fields(state);

    auto& turn = rows_.statements().get("UPDATE op SET type = 'set', payload = NULL WHERE seq = ?");
    turn.bind(1, seq);
    turn.exec();
    for (const auto& field : meta.def->fields) {
        const auto& ours = record[field.name];
        const bool is_pending = outbox_.is_pending(meta.rid, field.id);
        if (is_empty(ours) || (!is_pending && ours == told_value(fields, field)))
            continue;
        if (is_pending && rows_.version_of(meta, field.id, true) != meta.born)
            continue;
        if (!is_pending) {
            auto& put = rows_.statements().get(
                "INSERT INTO op_field (seq, fid, base, value) VALUES (?, ?, 0, ?)");
            put.bind(1, seq);
            put.bind(2, field.id);
            bind_text(put, 3, ours);
            put.exec();
        }
        rows_.uncount(meta);
        rows_.set_version(meta.rid, {field.id, meta.born});
        rows_.count(meta);
    }
}

void Replica::take_deleted(Meta& meta, bool deleted, Version version)
{
    if (outbox_.is_pending(meta.rid, deleted_fid))
        return;
    const auto set_version = [&] {
        if (version == Version{})
            rows_.drop_version(meta.rid, deleted_fid);
        else
            rows_.set_version(meta.rid, {deleted_fid, version});
    };
    if (meta.deleted == deleted)
        return set_version();
    auto& put = rows_.statements().get(
        "INSERT INTO history (rid, fid, old, new, ver, at, account, old_ver) "
        "SELECT ?1, 0, ?2, ?3, ?4, coalesce((SELECT at FROM stamp WHERE ver = ?4), 0), "
        "coalesce((SELECT account FROM stamp WHERE ver = ?4), 0), "
        "(SELECT ver FROM fver WHERE rid = ?1 AND fid = 0)");
    put.bind(1, meta.rid);
    put.bind(2, deleted ? "0" : "1");
    put.bind(3, deleted ? "1" : "0");
    put.bind(4, version.packed());
    put.exec();
    set_version();
    meta.deleted = deleted;
    rows_.write_meta(meta);
}

void Replica::take_stamps(const json::object& page)
{
    std::vector<std::int64_t> accounts;
    for_each(page, "accounts", [&](const json::value& entry) {
        const auto& pair = entry.as_array();
        accounts.push_back(store_.account_number(
            {Uuid::parse(scalar_text(pair.at(0))).value_or(Uuid{}), scalar_text(pair.at(1))}));
    });
    for_each(page, "stamps", [&](const json::value& entry) {
        const auto& stamp = entry.as_array();
        const auto account = static_cast<std::size_t>(stamp.at(2).as_int64());
        auto& put = rows_.statements().get(
            "INSERT OR IGNORE INTO stamp (ver, hlc, at, account, document) VALUES (?, 0, ?, ?, ?)");
        put.bind(1, version_of(stamp.at(0)).packed());
        put.bind(2, stamp.at(1).as_int64());
        put.bind(3, account < accounts.size() ? accounts[account] : 0);
        if (stamp.size() > 3)
            put.bind(4, scalar_text(stamp.at(3)));
        put.exec();
    });
    for_each(page, "again", [&](const json::value& entry) {
        note_said_again(
            rows_, version_of(entry.as_array().at(0)), version_of(entry.as_array().at(1)));
    });
    for_each(page, "devices", [&](const json::value& entry) {
        const auto& device = entry.as_array();
        const auto id = Uuid::parse(scalar_text(device.at(1)));
        if (!id)
            return;
        auto& put =
            rows_.statements().get("INSERT OR REPLACE INTO device VALUES (?, ?, ?, ?, ?, ?)");
        put.bind(1, device.at(0).as_int64());
        bind(put, 2, *id);
        for (int i = 2; i < 6; ++i)
            put.bind(i + 1, scalar_text(device.at(static_cast<std::size_t>(i))));
        put.exec();
    });
}

void Replica::leave(const Uuid& id)
{
    const auto meta = rows_.any_meta(id);
    if (!meta)
        return;
    // What waits to be sent is refused by the county and comes back as an inbox item; until then
    // the record stays.
    if (outbox_.newest(meta->rid))
        return;
    rows_.uncount(*meta);
    if (meta->def && belongs_to_any(*meta->def))
        Contents(store_).note_owed(meta->rid);
    rows_.purge(*meta);
    auto& items =
        rows_.statements().get("DELETE FROM inbox WHERE record = ? AND kind <> 'refused'");
    bind(items, 1, id);
    items.exec();
}

} // namespace model
