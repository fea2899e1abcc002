#pragma once

#include "model/store/record_store.h"

#include <string>
#include <vector>

namespace model {

enum class OpType { create, set, end, remove, restore, resolve };

std::string_view op_name(OpType type);
std::optional<OpType> parse_op(std::string_view name);

/// What an op that only puts an inbox item away keeps beside it: the record may not be here.
std::string settling_extra(const Hash128& inbox, const Uuid& record);

/// Versions an op's author had seen, as it keeps them beside it: each with a blank before it.
std::string seen_extra(const std::vector<Version>& versions);

/// One field of an op: what it becomes, and the version it was based on. A set-valued field travels
/// as what was added and what was taken away.
struct OpField {
    int fid = 0;
    Version base;
    Value value;
    Value base_value;
};

/// One thing done to one record, as it travels: what every replica needs to do the same and to
/// know who did it. The op's version names every value in it.
struct Op {
    Version version;
    OpType type = OpType::set;
    int kind = 0;                   ///< the entity's wire id
    const EntityDef* def = nullptr; ///< none: an entity of a newer version
    Uuid record;
    Uuid group; ///< ops of one command share it
    Account account;
    Instant at = 0; ///< the device's own clock, shown but never believed
    Hlc hlc = 0;
    std::string document; ///< of an entry on behalf of the owner: what it rests on
    std::vector<OpField> fields;
    /// Resolve: both sides; delete, and whatever is said after the county lost its newest changes:
    /// every version of the record its author knew.
    std::vector<Version> seen;
    Hash128 inbox;                                         ///< resolve: the inbox item it settles
    std::vector<std::pair<int, std::string>> unknown = {}; ///< fields of a newer version, as sent
    Version again = {};        ///< what the county knew and lost: the version that said it first
    Scope scope = county_wide; ///< of a create said again: where the record lay, if anywhere
    Uuid home = {};            ///< and its sending unit
};

/// Writes and reads what the county has not acknowledged. All of it happens inside a transaction of
/// the caller.
class Outbox {
public:
    explicit Outbox(RecordStore& store) : store_(store) {}

    /// What an op that is not yet frozen says today.
    struct Entry {
        std::int64_t seq = 0;
        OpType type = OpType::set;
        bool frozen = false;
        bool again = false;
        std::int64_t account = 0;
        std::string document;
    };

    /// The newest op of a record, if any waits.
    std::optional<Entry> newest(std::int64_t rid);

    /// The oldest ops from `first` on, at most `limit` of them, with all their fields.
    std::vector<Op> read(std::int64_t first, std::int64_t limit, const Self& self);

    /// Whether a field of the record waits in any op; a whole record does while its create waits.
    bool is_pending(std::int64_t rid, int fid);
    bool is_create_pending(std::int64_t rid);

    /// The newest edit of the field that waits, with the base of the oldest one.
    std::optional<OpField> pending(std::int64_t rid, const FieldDef& field);

    /// Removes the ops up to that one with their fields, and the shadows nothing stands upon any
    /// more.
    void erase_through(std::int64_t last);

private:
    RecordStore& store_;
};

} // namespace model
