#pragma once

#include "model/board/pairs.h"
#include "model/rules/finding.h"
#include "model/store/record_store.h"

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace model {

/// By what the records of a file can be found, in memory: all by their ids, and by each field, or
/// several together, that a rule ever asked for. Hidden registers are left out. Belongs to the
/// state of the file in which it was read, until set() tells it of changes.
class KnownRecords {
public:
    using Fields = std::vector<const FieldDef*>;

    /// Reads the ids. Throws StoreError.
    explicit KnownRecords(RecordStore& store);

    const FieldIndex& ids() const { return ids_; }

    /// Records by what they hold in these fields, of which the first is filled. Read when it is
    /// first asked for. Throws StoreError.
    const FieldIndex& of(RecordStore& store, const EntityDef& def, const Fields& fields);

    /// What the records hold in a field that a rule asks for besides; read when it is first asked
    /// for. Throws StoreError.
    const FieldColumn& column(RecordStore& store, const EntityDef& def, const FieldDef& field);

    /// The record is as it is now; nullptr: it is no more. Gives all keys by which it could be
    /// found before or can be found now.
    std::vector<Key> set(Rid rid, const Record* record);

    std::size_t size() const { return ids_.size(); }
    std::size_t bytes() const;

private:
    FieldIndex ids_;
    std::map<std::pair<const EntityDef*, Fields>, FieldIndex> fields_;
    std::map<std::pair<const EntityDef*, const FieldDef*>, FieldColumn> columns_;
};

/// The key of a record's id, and of a value of one of its fields.
Key key_of(const EntityDef& def, const Uuid& id);
Key key_of(const EntityDef& def, const FieldDef& field, const Value& value);

/// The key of several values that stand in as many fields of one record.
class KeyOfAll {
public:
    explicit KeyOfAll(const EntityDef& def) : def_(def) {}

    void add(const FieldDef& field, const Value& value);
    Key key() const { return key_; }

private:
    const EntityDef& def_;
    Key key_ = 0;
    bool is_first_ = true;
};

/// The value as a FieldColumn has it.
FieldColumn::Number number_of(const EntityDef& def, const FieldDef& field, const Value& value);

/// Says what the rules find in records, many after the other: what they look at besides the record
/// is found in memory, and only what they read of it is read from the file. Lives inside one
/// reading transaction.
class Judge : public Lookup {
public:
    /// How much it will judge: of many records it keeps more of what it reads.
    enum class Reach { some, all };

    /// Throws StoreError.
    Judge(RecordStore& store, KnownRecords& known, Reach reach);

    /// Everything all rules say of the record. What it looked at for that is in looked_at().
    Findings findings(Rid rid, const Record& record);

    /// The keys the rules asked for when they judged the record before this one, each once.
    const std::vector<Key>& looked_at() const { return looked_at_; }

    /// The live record of that number, or nullopt.
    std::optional<Record> read(const EntityDef& def, Rid rid);

    /// The same, whatever its register; nullopt also where none is shown of it.
    std::optional<Record> read_any(Rid rid);

    std::optional<Record> find(const EntityDef& def, const Uuid& id) override;
    bool has(const EntityDef& def, const Uuid& id) override;
    std::vector<Record> where(
        const EntityDef& def, std::string_view field, const Value& value) override;
    std::vector<Record> matching(
        const EntityDef& def, const std::vector<Condition>& conditions) override;
    std::optional<Record> another(const EntityDef& def, std::string_view field, const Value& value,
        const Uuid& except) override;
    bool may_lie_elsewhere(const EntityDef& def, const Uuid& id) override;

protected:
    void goes_by_calendar() override;

private:
    struct Held {
        Rid rid = 0;
        Record record;
    };

    const Record* held(const EntityDef& def, Rid rid);

    RecordStore& store_;
    KnownRecords& known_;
    Date today_;
    Rid judged_ = 0; ///< the record that is being judged
    const Record* judging_ = nullptr;
    std::vector<Key> looked_at_;
    std::vector<Held> held_; ///< read last, by number; a power of two of them
    std::map<const EntityDef*, KnownSql> select_;
};

/// All live records of a register in the order of their numbers; the record is overwritten by the
/// next. Ends early where `visit` says no. Throws StoreError.
void each_live(
    RecordStore& store, const EntityDef& def, const std::function<bool(Rid, const Record&)>& visit);

/// A finding and whose it is.
struct Found {
    const EntityDef* def = nullptr;
    Uuid id;
    Finding finding;
};

/// Every finding of every record of these registers (all when empty), register by register, as the
/// board shows them. Throws StoreError.
std::vector<Found> check_all(RecordStore& store, std::span<const EntityDef* const> entities = {});

} // namespace model
