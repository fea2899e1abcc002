#pragma once

#include "model/sync/messages.h"

namespace model {

/// How much goes into one message: less on slow lines.
struct MessageSizes {
    std::int64_t ops = 2000;
    std::size_t bytes = 1U << 20;
    std::int64_t records = 0; ///< of an answer; 0: as many as the server likes
};

/// A device's side of sync, without any network: what it has to say, and what becomes of the
/// answers. All calls are transactions of their own.
class Replica {
public:
    explicit Replica(RecordStore& store, const MessageSizes& sizes = {});

    bool is_enrolled();

    /// What the county said this device is; edits made before are numbered anew as its own. Throws
    /// UsageError if the file belongs to a county already.
    struct Membership {
        Self self;
        std::string secret;
        std::string address; ///< URL of the county server
        std::string pin;     ///< SHA-256 of the server's public key, in hex; empty: plain loopback
        Mark lost = {};      ///< given to a device that comes back, for what it says again
    };
    void join(const Membership& membership);

    /// The same for a file that was a device of this county already: a new number, and everything
    /// here is compared with the county anew.
    void join_again(const Membership& membership);
    Membership membership();

    /// The greatest number of a device that anything in this file came from; 0 where it is new.
    std::int64_t greatest_device();

    Hello hello();

    /// Takes the county's answer: server time, and whether its past and ours are one. Tells whether
    /// this device must say hello again as one that rejoins.
    bool take_hello(const HelloReply& reply);

    /// Starts a new incarnation: everything unsent is numbered from 1 again. Where the county was
    /// restored from a backup, a comparison begins.
    void rejoin(const HelloReply& reply);

    /// Comparing all that is here with a county that lost its newest changes. First everything the
    /// county has is pulled (take_page then keeps what is newer here); finish_comparing() turns
    /// what the county lacks into ops to be pushed; when those are sent, lost_items() are the inbox
    /// items it lacks. Those it took come back with the next pages; after these forget_items() ends
    /// it. Goes on where it was after any cut.
    enum class Comparing { no, pulling, sending };
    Comparing comparing();

    /// Gives how many records the county hears of again.
    std::int64_t finish_comparing();
    /// At most `limit` of them after the one of that id, as a message; nothing when there are none.
    struct LostItems {
        std::string message;
        Hash128 last;
    };
    std::optional<LostItems> lost_items(const Hash128& after, std::int64_t limit);
    void forget_items();

    /// The next ops to send, frozen from now on; nothing when all are acknowledged.
    std::optional<Push> next_push();

    /// What an answer brought, for the sync page and the log.
    struct Taken {
        std::int64_t records = 0;            ///< that people see: none of a hidden register
        std::map<int, std::int64_t> by_kind; ///< the same by the wire id of their entity
        std::int64_t conflicts = 0; ///< newly open ones, of any kind that asks for a decision
        std::int64_t refused = 0;
        bool at_head = false;
        std::optional<Hash128> digest; ///< the county's, when at its head
    };
    Taken take_push_reply(const boost::json::object& reply);

    Pull next_pull();
    Taken take_page(const boost::json::object& page);

    /// The sum over everything here; equal to the county's when nothing is unsent.
    Hash128 digest();
    std::int64_t unsent() { return store_.unsent(); }

    /// For repair: the records whose id ends in that byte, with their hashes; which of them differ
    /// from the county's list; and what the county sent for those.
    using Hashes = std::vector<std::pair<Uuid, Hash128>>;
    Hashes hashes(int byte);
    std::array<Hash128, 256> sums_of_hashes(); ///< of each of those bytes
    static std::vector<Uuid> differing(const Hashes& mine, const boost::json::object& listed);
    void take_repair(const boost::json::object& page);

    /// Marks the end of a sync that ran to its end.
    void finish();

private:
    void keep(const Membership& membership);
    void move_to(const Self& now);

    /// Every unsent op gets the next number after `above`, of the new incarnation.
    void renumber(const Self& from, const Self& to, std::int64_t above = 0);
    struct Renumbered {
        std::int64_t rid = 0;
        std::int64_t seq = 0;
        std::int64_t next = 0;
    };
    void rename(const std::vector<Renumbered>& ops, const Self& from, const Self& to);
    void rename_seen(const std::map<std::string, std::string>& names);
    void count_said(Push& push);
    void take_records(const boost::json::object& page, Taken& taken);
    void take_items(const boost::json::object& page, Taken& taken);
    void count_seen(
        const boost::json::object& state, const std::optional<Meta>& known, Taken& taken) const;
    void take_record(const boost::json::object& state, std::optional<Meta> known);
    void insert(Meta& meta, const boost::json::object& state);
    void take_fields(Meta& meta, const boost::json::object& state, bool whole);
    void take_unknown(const Meta& meta, const boost::json::object& state);
    void take_under(const Meta& meta, const FieldDef& field, const Value& value, Version version,
        const OpField& pending, std::vector<FieldEdit>& writes);
    void put_under(const Meta& meta, const FieldDef& field, const Value& value, Version version);
    void take_field(const Meta& meta, const FieldDef& field, const Value& before,
        const Value& value, Version version, std::vector<FieldEdit>& writes);
    /// What this file has seen it knows also where its history does not name it.
    void note_overwritten(const Meta& meta, int fid, Version by);
    void open_create(const Meta& meta, const boost::json::object& state);
    void take_deleted(Meta& meta, bool deleted, Version version);
    void note_minimised(const Meta& meta);
    void forget_minimised();

    // replica_compare.cpp
    void begin_comparing();
    void note_met(const Meta& meta);
    bool was_met(const Uuid& id); ///< and compared, in the comparing under way
    void compare(Meta meta, const boost::json::object& state);
    void compare_deleted(
        Meta& meta, const boost::json::object& state, const std::vector<Version>& known);
    void say_deleted_again(
        const Meta& meta, Version was, bool deleted, const std::vector<Version>& known);
    void create_deleted_again(const Meta& meta, const std::vector<Version>& known);
    void tell_waiting(const Meta& meta, const std::vector<Version>& known);
    std::vector<Version> known_versions(const Meta& meta);

    /// What waits in the inbox beside the record's values, field by field.
    using Waiting = std::vector<std::pair<int, Version>>;
    Waiting waiting_items(const Meta& meta, const char* kind);

    /// What somebody knew who had not answered what waits beside that field, or any where none is
    /// named.
    std::vector<Version> without(
        std::vector<Version> known, const Waiting& waiting, std::optional<int> fid = std::nullopt);
    Version say_again(
        const Meta& meta, OpType type, Version was, const std::vector<Version>& known);
    void settle_again(const Hash128& item, const Uuid& record);

    /// Whether the county takes this device's word that the item is done with.
    bool may_settle(const boost::json::object& item);
    void put_again(
        Version now, const FieldDef& field, Version was, const Value& base, const Value& value);

    /// Of the words the county has, those this device knows to stand there under that version.
    Value words_known_there(
        const Meta& meta, const FieldDef& field, const Value& there, Version version);
    void say_words_again(
        const Meta& meta, const FieldDef& field, const OpField& pending, const Value& known_there);
    void create_again(Meta meta);
    bool may_create(const Meta& meta, const Self& self);
    void take_stamps(const boost::json::object& page);
    void take_inbox(const boost::json::object& item, Taken& taken);
    void leave(const Uuid& id);

    RecordStore& store_;
    Rows& rows_;
    Outbox outbox_;
    MessageSizes sizes_;
    Comparing stage_ = Comparing::no;     ///< while a page is taken
    std::vector<std::int64_t> minimised_; ///< records of the page whose values are to be forgotten
    bool any_unsent_ = true; ///< else a page's records need not be looked up in the outbox
};

} // namespace model
