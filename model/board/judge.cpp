#include "model/board/judge.h"

#include "model/entities/calendar_day.h"
#include "model/store/references.h"

#include <algorithm>
#include <utility>

namespace model {

namespace {

// Records held; powers of two.
constexpr std::size_t held_for_some = 64;
constexpr std::size_t held_for_all = 1024;

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

Key hash_of(const Uuid& id)
{
    return hash_of(
        std::string_view(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()));
}

Key key_of_id(int kind, const Uuid& id)
{
    return mixed(hash_of(id), static_cast<Key>(kind) << 16U);
}

std::int64_t day_number(Date day)
{
    return std::chrono::sys_days(day).time_since_epoch().count();
}

std::string select_of(const EntityDef& def)
{
    std::string sql = "SELECT rec.rid, rec.id";
    for (const auto& field : def.fields)
        sql.append(", t.").append(quoted(field.name));
    return sql + " FROM " + quoted(def.name) + " AS t JOIN rec USING (rid) WHERE rec.deleted = 0";
}

/// What each live record of the register holds in these fields, where it holds something in the
/// first.
template <class Visit>
void each_filled(
    RecordStore& store, const EntityDef& def, const KnownRecords::Fields& fields, Visit visit)
{
    guarded(store.db(), [&] {
        std::string sql = "SELECT t.rid";
        for (const auto* field : fields)
            sql += ", t." + quoted(field->name);
        sql += " FROM " + quoted(def.name)
            + " AS t JOIN rec USING (rid) WHERE rec.deleted = 0 AND t."
            + quoted(fields.front()->name) + " IS NOT NULL ORDER BY t.rid";
        SQLite::Statement rows(store.db().handle(), sql);
        std::vector<Value> values(fields.size());
        while (rows.executeStep()) {
            for (std::size_t i = 0; i < fields.size(); ++i)
                values[i] = column_value(rows.getColumn(static_cast<int>(i) + 1), *fields[i]);
            visit(static_cast<Rid>(rows.getColumn(0).getInt64()), values);
        }
    });
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
    if (const auto* id = std::get_if<Uuid>(&value))
        return mixed(hash_of(*id), where);
    if (const auto* day = std::get_if<Date>(&value))
        return mixed(static_cast<Key>(day_number(*day)), where);
    return mixed(hash_of(to_text(value)), where);
}

void KeyOfAll::add(const FieldDef& field, const Value& value)
{
    const auto one = is_empty(value) ? Key{0} : key_of(def_, field, value);
    key_ = std::exchange(is_first_, false) ? one : mixed(key_, one);
}

FieldColumn::Number number_of(const EntityDef& def, const FieldDef& field, const Value& value)
{
    if (const auto* day = std::get_if<Date>(&value))
        return day_number(*day);
    return static_cast<FieldColumn::Number>(key_of(def, field, value));
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

const FieldIndex& KnownRecords::of(RecordStore& store, const EntityDef& def, const Fields& fields)
{
    const auto [found, is_new] = fields_.try_emplace({&def, fields});
    auto& index = found->second;
    if (!is_new)
        return index;
    each_filled(store, def, fields, [&](Rid rid, const std::vector<Value>& values) {
        KeyOfAll key(def);
        for (std::size_t i = 0; i < fields.size(); ++i)
            key.add(*fields[i], values[i]);
        index.add(rid, key.key());
    });
    index.finish();
    return index;
}

const FieldColumn& KnownRecords::column(
    RecordStore& store, const EntityDef& def, const FieldDef& field)
{
    const auto [found, is_new] = columns_.try_emplace({&def, &field});
    auto& column = found->second;
    if (!is_new)
        return column;
    each_filled(store, def, {&field}, [&](Rid rid, const std::vector<Value>& values) {
        column.add(rid, number_of(def, field, values.front()));
    });
    column.finish();
    return column;
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
        const auto& [def, fields] = of;
        if (!record || record->def->id != def->id || is_empty((*record)[fields.front()->name])) {
            change(index, std::nullopt);
            continue;
        }
        KeyOfAll key(*def);
        for (const auto* field : fields)
            key.add(*field, (*record)[field->name]);
        change(index, key.key());
    }
    for (auto& [of, column] : columns_) {
        const auto& [def, field] = of;
        if (record && record->def->id != def->id)
            continue;
        const auto& value = record ? (*record)[field->name] : Value{};
        column.set(
            rid, is_empty(value) ? std::nullopt : std::optional(number_of(*def, *field, value)));
    }
    return keys;
}

std::size_t KnownRecords::bytes() const
{
    auto all = ids_.bytes();
    for (const auto& [of, index] : fields_)
        all += index.bytes();
    for (const auto& [of, column] : columns_)
        all += column.bytes();
    return all;
}

Judge::Judge(RecordStore& store, KnownRecords& known, Reach reach)
    : store_(store)
    , known_(known)
    , today_(store.today())
    , held_(reach == Reach::all ? held_for_all : held_for_some)
{
}

Findings Judge::findings(Rid rid, const Record& record)
{
    judged_ = rid;
    judging_ = &record;
    looked_at_.clear();
    auto findings = check(record, *this, today_);
    judging_ = nullptr;
    std::ranges::sort(looked_at_);
    looked_at_.erase(std::ranges::unique(looked_at_).begin(), looked_at_.end());
    return findings;
}

const Record* Judge::held(const EntityDef& def, Rid rid)
{
    if (judging_ && rid == judged_ && judging_->def == &def)
        return judging_;
    auto& place = held_[rid & (held_.size() - 1)];
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
    for (const auto rid : known_.of(store_, def, {&field}).of(key))
        if (const auto* record = held(def, rid); record && (*record)[name] == value)
            records.push_back(*record);
    return records;
}

std::vector<Record> Judge::matching(const EntityDef& def, const std::vector<Condition>& conditions)
{
    std::vector<Record> records;
    if (is_empty(conditions.front().value))
        return records;
    KnownRecords::Fields fields;
    KeyOfAll all(def);
    for (const auto& condition : conditions)
        if (condition.is == Condition::Is::same) {
            fields.push_back(def.find(condition.field));
            all.add(*fields.back(), condition.value);
        }
    looked_at_.push_back(all.key());
    auto rids = known_.of(store_, def, fields).of(all.key());
    for (const auto& condition : conditions) {
        if (condition.is == Condition::Is::same || rids.empty())
            continue;
        const auto& field = *def.find(condition.field);
        const auto& column = known_.column(store_, def, field);
        const auto bound = number_of(def, field, condition.value);
        std::erase_if(rids, [&](Rid rid) {
            const auto held = column.of(rid);
            return held && (condition.is == Condition::Is::from ? *held < bound : *held > bound);
        });
    }
    const auto meets_all = [&](const Record& record) {
        return std::ranges::all_of(
            conditions, [&](const Condition& condition) { return meets(record, condition); });
    };
    for (const auto rid : rids)
        if (const auto* record = held(def, rid); record && meets_all(*record))
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
    const auto rid = known_.of(store_, def, {&field}).first(key, [&](Rid each) {
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
        Judge judge(store, known, Judge::Reach::all);
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
