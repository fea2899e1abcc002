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
    };
    void join(const Membership& membership);
    Membership membership();

    Hello hello();

    /// Takes the county's answer: server time, and whether its past and ours are one. Tells whether
    /// this device must say hello again as one that rejoins.
    bool take_hello(const HelloReply& reply);

    /// Starts a new incarnation: everything unsent is numbered from 1 again.
    void rejoin(const HelloReply& reply);

    /// The next ops to send, frozen from now on; nothing when all are acknowledged.
    std::optional<Push> next_push();

    void take_push_reply(const boost::json::object& reply);

    Pull next_pull();

    /// What a page brought, for the sync page and the log.
    struct Taken {
        std::int64_t records = 0;
        std::int64_t conflicts = 0; ///< newly open ones, of any kind that asks for a decision
        std::int64_t refused = 0;
        bool at_head = false;
        std::optional<Hash128> digest; ///< the county's, when at its head
    };
    Taken take_page(const boost::json::object& page);

    /// The sum over everything here; equal to the county's when nothing is unsent.
    Hash128 digest();
    std::int64_t unsent() { return store_.unsent(); }

    /// For repair: the records whose id ends in that byte, with their hashes; which of them differ
    /// from the county's list; and what the county sent for those.
    using Hashes = std::vector<std::pair<Uuid, Hash128>>;
    Hashes hashes(int byte);
    static std::vector<Uuid> differing(const Hashes& mine, const boost::json::object& listed);
    void take_repair(const boost::json::object& page);

    /// Marks the end of a sync that ran to its end.
    void finish();

private:
    void renumber(const Self& from, const Self& to);
    void take_records(const boost::json::object& page, Taken& taken);
    void take_record(const boost::json::object& state);
    void insert(Meta& meta, const boost::json::object& state);
    void take_fields(Meta& meta, const boost::json::object& state, bool whole);
    void take_unknown(const Meta& meta, const boost::json::object& state);
    void take_under(const Meta& meta, const FieldDef& field, const Value& value, Version version,
        const OpField& pending, std::vector<FieldEdit>& writes);
    void take_field(const Meta& meta, const FieldDef& field, const Value& before,
        const Value& value, Version version, std::vector<FieldEdit>& writes);
    void open_create(const Meta& meta, const boost::json::object& state);
    void take_deleted(Meta& meta, bool deleted, Version version);
    void take_stamps(const boost::json::object& page);
    void take_inbox(const boost::json::object& item, Taken& taken);
    void leave(const Uuid& id);

    RecordStore& store_;
    Rows& rows_;
    Outbox outbox_;
    MessageSizes sizes_;
    bool any_unsent_ = true; ///< else a page's records need not be looked up in the outbox
};

} // namespace model
