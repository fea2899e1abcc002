#pragma once

#include "model/commands/editor.h"
#include "model/store/batch.h"

namespace model {

/// A value that did not win, was refused, or was entered on somebody's behalf, with the value that
/// stands: what screens show as 原来 / 您填的 / 对方填的.
struct InboxItem {
    Hash128 id;
    std::string kind;               ///< conflict, after_deletion, refused, on_behalf
    std::string state;              ///< open, settled
    const EntityDef* def = nullptr; ///< none: an entity of a newer version
    Uuid record;
    std::string title; ///< what people call the record, also where it left this file; or empty
    std::optional<OpType> step = {}; ///< refused as a whole: create, remove or restore
    int fid = 0;                     ///< -1: the whole record
    const FieldDef* field = nullptr;
    Value base;
    Value mine; ///< of this device; where neither side is, the value that stands
    Value theirs;
    std::string mine_by; ///< who, with the device's name
    std::string theirs_by;
    Instant mine_at = 0; ///< when, by that device's own clock
    Instant theirs_at = 0;
    std::string reason;            ///< of a refusal: msgid
    std::vector<Version> versions; ///< both sides
    bool mine_stands = false;

    /// Whether a person must decide; the others only want to be seen.
    bool asks() const { return kind == "conflict" || kind == "after_deletion"; }
};

/// "Added", "Deleted", "Brought back": what was refused as a whole; nothing where a field was.
const char* step_label(const InboxItem& item);

enum class Take { base, mine, theirs };

/// Whether that side of a conflict is the deletion of the record.
bool is_deletion(const InboxItem& item, Take take);

/// Whether the account may see the item, and whether it may read its personal values whole. Of a
/// record that is not in the file, only who sees all of its register does.
bool may_see(RecordStore& store, const Permission& permission, const InboxItem& item);
bool may_read_whole(RecordStore& store, const Permission& permission, const InboxItem& item);

/// The conflict inbox of this file.
class Inbox {
public:
    explicit Inbox(RecordStore& store) : store_(store) {}

    /// Oldest first; with `settled`, also those that are done.
    std::vector<InboxItem> open(bool settled = false);

    /// Those of one record, oldest first.
    std::vector<InboxItem> open_of(const Uuid& record);

    std::optional<InboxItem> find(const Hash128& id);
    std::int64_t count_open();

    /// Settles an item once for all offices: the value becomes the field's, as an ordinary edit
    /// that dominates both sides. Taking a deletion leaves the record in the recycle bin; taking a
    /// value brings it back. A notice (refused, on_behalf) is only put away. Throws UsageError for
    /// an item that is settled already or that this office may not decide.
    void resolve(const Hash128& id, Take take, const Account& account);

    /// The same with a value of neither side, which the rules look at as at any other edit: nothing
    /// is settled where they refuse it.
    Outcome resolve(const Hash128& id, const Value& value, const Account& account);

private:
    std::vector<InboxItem> read_all(SQLite::Statement& rows);
    InboxItem read(SQLite::Statement& row, const Self& self);
    void name_record(InboxItem& item, const Version& refused);
    std::string title_at_step(const Version& version);
    void name_side(const Version& version, std::string& by, Instant& at);
    void settle(const InboxItem& item, const Value& value, const Account& account);
    void must_decide(const InboxItem& item, const Account& account, bool is_own_value = false);
    void must_have_work(const InboxItem& item, const Account& account);
    void must_grant(const InboxItem& item, const Value& value, const Account& account);
    void put_away(const InboxItem& item, const Account& account);

    RecordStore& store_;
};

} // namespace model
