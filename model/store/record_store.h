#pragma once

#include "model/base/clock.h"
#include "model/base/random.h"
#include "model/store/hlc.h"
#include "model/store/rows.h"
#include "model/store/store_message.h"

#include <functional>
#include <set>
#include <utility>

namespace model {

/// A person at a keyboard: the account's identity and the name people see beside his edits.
struct Account {
    Uuid id;
    std::string name;

    bool operator==(const Account&) const = default;
};

/// What this file is: the office it belongs to, and the device it is in its county.
struct Self {
    std::string region;       ///< division code of the office, such as "430922" or "430922101"
    std::string office;       ///< name of the office
    Org org;                  ///< for whom edits of this file speak
    std::uint32_t device = 0; ///< number given by the county; 0 before it joined
    std::uint32_t incarnation = 0;

    std::string county() const { return region.substr(0, 6); }

    /// Where records belong that nothing else places.
    Scope scope() const;
};

/// Which records of an entity, in which order. `where` is a condition on its columns with ? for the
/// arguments, as compile() of filter.h makes it.
struct Query {
    const EntityDef* def = nullptr;
    std::string where = {};
    std::vector<Value> arguments = {};
    std::string order = {}; ///< columns, such as "number, name DESC"; empty: as they were entered
    std::int64_t limit = -1;
    std::int64_t offset = 0;
    bool deleted = false; ///< those in the recycle bin instead
};

/// A step in a record's life, as history shows it. A record's creation has no field.
struct HistoryStep {
    Instant at = 0;
    std::string user;
    std::string device; ///< name of another office's device; empty for this file's own
    const FieldDef* field = nullptr;
    int fid = -1; ///< 0: deleted or restored; -1: created
    Value before;
    Value after;
    std::string document; ///< of an entry made on behalf of the owner
    bool decided = false; ///< by settling a conflict on this machine
    bool lost = false;    ///< entered elsewhere at the same time; the record here never held it
};

/// Reads the records of any entity; Batch (batch.h) writes them. Belongs to one thread, as its
/// Database does. Throws StoreError with the user's sentence where the file fails.
class RecordStore {
public:
    RecordStore(Database& db, const Catalog& catalog, Clock& clock, Random& random);

    Database& db() { return db_; }
    Rows& rows() { return rows_; }
    const Catalog& catalog() const { return catalog_; }
    Clock& clock() { return clock_; }
    Random& random() { return random_; }

    /// Today in China; never before the last server time seen, whatever this machine's clock says.
    Date today();

    Self self();
    void set_self(const Self& self);

    /// The record, unless it is in the recycle bin or was never there.
    std::optional<Record> find(const EntityDef& def, const Uuid& id);

    /// The record with what the store knows of it, deleted or not, whatever its entity.
    std::optional<std::pair<Meta, Record>> find_any(const Uuid& id);

    std::vector<Record> select(const Query& query);

    /// The same one after the other, for what need not be in memory all at once. The record is
    /// overwritten by the next; `visit` must not write.
    void each(const Query& query, const std::function<void(const Record&)>& visit);

    std::vector<Uuid> ids(const Query& query);
    std::int64_t count(const Query& query);

    /// The records whose field holds the value; how rules and imports look around.
    std::vector<Record> where(const EntityDef& def, std::string_view field, const Value& value);

    /// One record besides `except` whose field holds the value; tells doubles without reading all.
    std::optional<Record> another(
        const EntityDef& def, std::string_view field, const Value& value, const Uuid& except);

    /// What people call the record, following references for entities titled by one; the short form
    /// of its id where it is not here.
    std::string title_of(const Uuid& id);

    /// Oldest first. What another office entered and a conflict kept out of the record is told too.
    std::vector<HistoryStep> history(const Uuid& id);

    std::int64_t unsent();

    /// Differs from an earlier one once anything in the file was written, here or by another
    /// program.
    using State = std::pair<std::int64_t, std::int64_t>;
    State state();

    std::int64_t account_number(const Account& account);

    /// The same, but an account that is here already keeps its name: whoever sends an edit must not
    /// rename other people.
    std::int64_t known_account(const Account& account);
    Account account(std::int64_t number);
    std::string device_name(std::uint32_t number);

private:
    void add_lost(std::vector<HistoryStep>& steps, const Meta& meta,
        const std::set<std::pair<int, std::int64_t>>& held);

    Database& db_;
    const Catalog& catalog_;
    Clock& clock_;
    Random& random_;
    Rows rows_;
};

/// Runs `work`, turning what SQLite throws into a StoreError with the user's sentence.
template <class Work>
auto guarded(Database& db, Work work)
{
    try {
        return work();
    } catch (const SQLite::Exception& error) {
        throw StoreError(store_message(error, db.path()));
    }
}

} // namespace model
