#include "model/board/judge.h"

#include "model/entities/calendar_day.h"
#include "model/store/references.h"

#include <algorithm>

namespace model {

namespace {

constexpr std::size_t most_held = 1024; ///< records; a power of two

constexpr Key mixed(Key hash, Key with)
{
    hash ^= with + 0x9E37'79B9'7F4A'7C15U + (hash << 12U) + (hash >> 4U);
    hash *= 0xFF51'AFD7'ED55'8CCDU;
    return hash ^ hash >> 32U;
}

Key hash_of(std::string_view bytes)
{
    return std::hash<std::string_view>{}(bytes);
}

Key key_of_id(int kind, const Uuid& id)
{
    const std::string_view bytes(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size());
    return mixed(hash_of(bytes), static_cast<Key>(kind) << 16U);
}

std::string select_of(const EntityDef& def)
{
    std::string sql = "SELECT rec.rid, rec.id";
    for (const auto& field : def.fields)
        sql.append(", t.").append(quoted(field.name));
    return sql + " FROM " + quoted(def.name) + " AS t JOIN rec USING (rid) WHERE rec.deleted = 0";
}

void take_values(SQLite::Statement& row, Record& record)
{
    record.id = column_id(row.getColumn(1));
    for (std::size_t i = 0; i < record.values.size(); ++i)
        record.values[i] =
            column_value(row.getColumn(static_cast<int>(i) + 2), record.def->fields[i]);
}

} // namespace

Key key_of(const EntityDef& def, const Uuid& id)
{
    return key_of_id(def.id, id);
}

Key key_of(const EntityDef& def, const FieldDef& field, const Value& value)
{
    const auto where = static_cast<Key>(def.id) << 16U | static_cast<Key>(field.id);
    if (const auto* text = std::get_if<std::string>(&value))
        return mixed(hash_of(*text), where);
    return mixed(hash_of(to_text(value)), where);
}

KnownRecords::KnownRecords(RecordStore& store)
{
    guarded(store.db(), [&] {
        SQLite::Statement rows(
            store.db().handle(), "SELECT rid, id, kind FROM rec WHERE deleted = 0 ORDER BY rid");
        while (rows.executeStep()) {
            const int kind = rows.getColumn(2).getInt();
            if (const auto* def = store.catalog().find(kind); def && !def->hidden)
                ids_.add(static_cast<Rid>(rows.getColumn(0).getInt64()),
                    key_of_id(kind, column_id(rows.getColumn(1))));
        }
    });
    ids_.finish();
}

const FieldIndex& KnownRecords::of(RecordStore& store, const EntityDef& def, const FieldDef& field)
{
    const auto [found, is_new] = fields_.try_emplace({&def, &field});
    auto& index = found->second;
    if (!is_new)
        return index;
    guarded(store.db(), [&] {
        SQLite::Statement rows(store.db().handle(),
            "SELECT t.rid, t." + quoted(field.name) + " FROM " + quoted(def.name)
                + " AS t JOIN rec USING (rid) WHERE rec.deleted = 0 AND t." + quoted(field.name)
                + " IS NOT NULL ORDER BY t.rid");
        while (rows.executeStep())
            index.add(static_cast<Rid>(rows.getColumn(0).getInt64()),
                key_of(def, field, column_value(rows.getColumn(1), field)));
    });
    index.finish();
    return index;
}

std::vector<Key> KnownRecords::set(Rid rid, const Record* record)
{
    std::vector<Key> keys;
    const auto change = [&](FieldIndex& index, std::optional<Key> now) {
        const auto before = index.key_of(rid);
        if (before)
            keys.push_back(*before);
        if (now && now != before)
            keys.push_back(*now);
        if (now != before)
            index.set(rid, now);
    };
    change(ids_, record ? std::optional(key_of(*record->def, record->id)) : std::nullopt);
    for (auto& [of, index] : fields_) {
        const auto& [def, field] = of;
        const bool is_its = record && record->def == def;
        const Value none;
        const auto& value = is_its ? (*record)[field->name] : none;
        change(index, is_empty(value) ? std::nullopt : std::optional(key_of(*def, *field, value)));
    }
    return keys;
}

std::size_t KnownRecords::bytes() const
{
    auto all = ids_.bytes();
    for (const auto& [of, index] : fields_)
        all += index.bytes();
    return all;
}

Judge::Judge(RecordStore& store, KnownRecords& known)
    : store_(store)
    , known_(known)
    , today_(store.today())
    , held_(most_held)
{
}

Findings Judge::findings(Rid rid, const Record& record)
{
    judged_ = rid;
    judging_ = &record;
    looked_at_.clear();
    auto findings = check(record, *this, today_);
    judging_ = nullptr;
    return findings;
}

const Record* Judge::held(const EntityDef& def, Rid rid)
{
    if (judging_ && rid == judged_ && judging_->def == &def)
        return judging_;
    auto& place = held_[rid & (most_held - 1)];
    if (place.rid == rid && place.record.def == &def)
        return &place.record;
    auto& sql = select_[&def];
    if (sql.text.empty())
        sql.text = select_of(def) + " AND t.rid = ?";
    return guarded(store_.db(), [&]() -> const Record* {
        auto& row = store_.rows().statements().get(sql);
        row.bind(1, static_cast<std::int64_t>(rid));
        if (!row.executeStep())
            return nullptr;
        if (place.record.def != &def)
            place.record = Record::empty(def, {});
        place.rid = rid;
        take_values(row, place.record);
        row.reset();
        return &place.record;
    });
}

std::optional<Record> Judge::read(const EntityDef& def, Rid rid)
{
    const auto* record = held(def, rid);
    return record ? std::optional(*record) : std::nullopt;
}

std::optional<Record> Judge::read_any(Rid rid)
{
    const auto meta = guarded(store_.db(), [&] { return store_.rows().meta(rid); });
    return meta && !meta->def->hidden ? read(*meta->def, rid) : std::nullopt;
}

std::optional<Record> Judge::find(const EntityDef& def, const Uuid& id)
{
    const auto key = key_of(def, id);
    looked_at_.push_back(key);
    for (const auto rid : known_.ids().of(key))
        if (const auto* record = held(def, rid); record && record->id == id)
            return *record;
    return std::nullopt;
}

bool Judge::has(const EntityDef& def, const Uuid& id)
{
    const auto key = key_of(def, id);
    looked_at_.push_back(key);
    return known_.ids().first(key, [](Rid) { return true; }).has_value();
}

std::vector<Record> Judge::where(const EntityDef& def, std::string_view name, const Value& value)
{
    const auto& field = *def.find(name);
    std::vector<Record> records;
    if (is_empty(value))
        return records;
    const auto key = key_of(def, field, value);
    looked_at_.push_back(key);
    for (const auto rid : known_.of(store_, def, field).of(key))
        if (const auto* record = held(def, rid); record && (*record)[name] == value)
            records.push_back(*record);
    return records;
}

std::optional<Record> Judge::another(
    const EntityDef& def, std::string_view name, const Value& value, const Uuid& except)
{
    const auto& field = *def.find(name);
    if (is_empty(value))
        return std::nullopt;
    const auto key = key_of(def, field, value);
    looked_at_.push_back(key);
    const auto rid = known_.of(store_, def, field).first(key, [&](Rid each) {
        if (each == judged_) // as a rule the one that is left out, and then it need not be read
            return false;
        const auto* record = held(def, each);
        return record && record->id != except && (*record)[name] == value;
    });
    return rid ? read(def, *rid) : std::nullopt;
}

void Judge::goes_by_calendar()
{
    const auto& def = def_of<CalendarEntry>();
    for (const auto& kind : choices_of<DayKind>)
        looked_at_.push_back(key_of(def, *def.find("kind"), std::string(kind.code)));
}

bool Judge::may_lie_elsewhere(const EntityDef& def, const Uuid& id)
{
    return model::may_lie_elsewhere(store_, def, id);
}

void each_live(
    RecordStore& store, const EntityDef& def, const std::function<bool(Rid, const Record&)>& visit)
{
    guarded(store.db(), [&] {
        SQLite::Statement rows(store.db().handle(), select_of(def) + " ORDER BY t.rid");
        auto record = Record::empty(def, {});
        bool goes_on = true;
        while (goes_on && rows.executeStep()) {
            take_values(rows, record);
            goes_on = visit(static_cast<Rid>(rows.getColumn(0).getInt64()), record);
        }
    });
}

std::vector<Found> check_all(RecordStore& store, std::span<const EntityDef* const> entities)
{
    return guarded(store.db(), [&] {
        const Transaction reading(store.db(), TransactionKind::reading);
        KnownRecords known(store);
        Judge judge(store, known);
        std::vector<Found> found;
        for (const auto* def : entities.empty() ? store.catalog().all() : entities)
            each_live(store, *def, [&](Rid rid, const Record& record) {
                for (auto& finding : judge.findings(rid, record))
                    found.push_back({def, record.id, std::move(finding)});
                return true;
            });
        return found;
    });
}

} // namespace model
