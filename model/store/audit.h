#pragma once

#include "model/base/long_hash.h"
#include "model/store/record_store.h"

#include <optional>
#include <string>

namespace model {

/// What entries of the audit log tell of. The codes are kept in files for years: none is used again
/// for something else.
namespace audited {

constexpr const char* sign_in = "sign_in";
constexpr const char* sign_in_refused = "sign_in_refused";
constexpr const char* locked = "locked";
constexpr const char* unlocked = "unlocked";
constexpr const char* unlock_refused = "unlock_refused";
constexpr const char* add = "add";
constexpr const char* edit = "edit";
constexpr const char* remove = "delete";
constexpr const char* restore = "restore";
constexpr const char* undo = "undo";
constexpr const char* redo = "redo";
constexpr const char* settle = "settle";
constexpr const char* import_rows = "import";
constexpr const char* refused = "refused";
constexpr const char* reveal = "reveal";
constexpr const char* copy = "copy";
constexpr const char* print = "print";
constexpr const char* export_rows = "export";
constexpr const char* sync = "sync";
constexpr const char* enrol = "enrol";
constexpr const char* passphrase = "passphrase";
constexpr const char* account_added = "account_added";
constexpr const char* account_removed = "account_removed";
constexpr const char* recover = "recover";
constexpr const char* settings = "settings";
constexpr const char* retention = "retention";
constexpr const char* records_left = "records_left";
constexpr const char* log_broken = "log_broken";
constexpr const char* device_code = "device_code";
constexpr const char* device_joined = "device_joined";
constexpr const char* device_revoked = "device_revoked";
constexpr const char* device_lost = "device_lost";
constexpr const char* device_found = "device_found";
constexpr const char* device_purged = "device_purged";
constexpr const char* escrow_made = "escrow_made";
constexpr const char* escrow_deposited = "escrow_deposited";
constexpr const char* escrow_opened = "escrow_opened";
constexpr const char* pushed = "pushed";
constexpr const char* request_refused = "request_refused";
constexpr const char* device_log = "device_log";
constexpr const char* minimise = "minimise";
constexpr const char* rescued = "rescued";
constexpr const char* file_restored = "file_restored";
constexpr const char* backup = "backup";
constexpr const char* copy_looked_at = "copy_looked_at";
constexpr const char* account_renamed = "account_renamed";

} // namespace audited

/// One thing to be noted.
struct AuditEvent {
    const char* what; ///< one of audited
    Account who = {}; ///< a nil id: nobody known
    /// What is told besides; its arguments are names and numbers, never personal values. None where
    /// a step's own name tells.
    Message detail = {};
    int kind = 0; ///< the entity's wire id
    Uuid record = {};
    std::optional<Instant> at = {};           ///< none: now
    std::optional<std::uint32_t> device = {}; ///< none: this file's own
};

/// What goes into the places of a msgid, as a JSON array.
std::string arguments_of(const Message& message);

/// One entry as it stands in the file.
struct AuditRow {
    std::int64_t id = 0;
    Instant at = 0;
    std::int64_t account = 0;
    Uuid account_id;
    std::int64_t device = 0;
    std::string what;
    int kind = 0;
    Uuid record;
    std::int64_t command = 0;
    std::string detail;
    std::string args;
    std::optional<Hash256> steps;
    Hash256 chain; ///< as it stands there

    /// What `chain` must be after an entry with that one.
    Hash256 chained_to(const Hash256& before) const;
};

/// How many entries there ever were, and the chain at the last.
struct AuditHead {
    std::int64_t count = 0;
    Hash256 chain;

    bool operator==(const AuditHead&) const = default;
};

/// What a step wrote, hashed as it is written.
class AuditSteps {
public:
    /// A row of history as it stands there.
    struct Change {
        std::int64_t id = 0;
        std::int64_t rid = 0;
        int fid = 0;
        std::optional<std::string> before = {};
        std::optional<std::string> after = {};
        Instant at = 0;
        std::int64_t account = 0;
        std::optional<std::string> document = {};

        Hash256 hash() const;
    };

    /// In the order of their ids.
    void add(const Change& change) { add(change.hash()); }
    void add(const Hash256& hash) { hashes_ += hash.view(); }

    /// `words` is the hash of the command's own row (hash_of_command).
    Hash256 hash(const Hash256& words) const;

private:
    std::string hashes_;
};

/// The hash of a command's own words, which never change once it is done.
Hash256 hash_of_command(Rows& rows, std::int64_t command);

/// The writing side of the audit log: entries are only ever added, in the transaction of what they
/// tell of. Throws StoreError where the file fails.
class Audit {
public:
    explicit Audit(RecordStore& store) : store_(store), rows_(store.rows()) {}

    static constexpr int least_months = 6;
    static constexpr int usual_months = 12;

    void note(const AuditEvent& event);

    /// The same for a step that wrote history, inside its transaction.
    void note_step(const AuditEvent& event, std::int64_t account, std::int64_t command,
        const AuditSteps& steps);

    /// Tells of the history that left with its records since the last call, if any did; inside the
    /// transaction that took it.
    void note_left();

    /// The same of history whose values were dropped with the personal values of people who left.
    void note_forgotten();

    /// Where what is kept beside the log was lost with a damaged page: the log goes on after its
    /// newest entry.
    void take_up();

    /// As the file keeps it beside the log; the log itself may be cut.
    AuditHead head();

    /// The number of the first entry that is kept, and the chain before it.
    AuditHead front();

    /// How many months entries are kept.
    int months();

    /// Throws UsageError for fewer than least_months.
    void keep_months(int months, const Account& who);

    /// Drops what is older, from the front, and notes that. What the county has not been told of
    /// stays, and a clock that runs ahead of the county's by more than a month is not believed. A
    /// file that has joined no county has only its own clock, which whoever sits there may set: of
    /// it nothing goes unless the auditor asks. Gives how many.
    std::int64_t drop_old(bool is_asked = false);

private:
    /// Entries show the name an account has now: that it had another must not be forgotten.
    void note_new_name(const Account& who);
    void write(AuditRow& row);
    void note_left(const char* told);
    Instant believed_now();

    RecordStore& store_;
    Rows& rows_;
};

/// Keeps the hashes of the record's history, which is about to be deleted with it, or of what one
/// of its fields held.
void keep_left(Rows& rows, std::int64_t rid, std::optional<int> fid = std::nullopt);

/// Reads the columns of audit_columns, from the first on.
constexpr const char* audit_columns =
    "audit.id, audit.at, audit.account, account.id, audit.device, audit.what, audit.kind, "
    "audit.record, audit.command, audit.detail, audit.args, audit.steps, audit.chain "
    "FROM audit LEFT JOIN account ON account.no = audit.account ";
AuditRow read_audit(SQLite::Statement& row);

/// id, rid, fid, old, new, at, account, document of history.
AuditSteps::Change read_change(SQLite::Statement& row);

/// Zero for what is no hash, which no chain leads to.
Hash256 column_hash(const SQLite::Column& column);

} // namespace model
