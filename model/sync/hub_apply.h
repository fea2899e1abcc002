#pragma once

#include "model/commands/permission.h"
#include "model/entities/credential.h"
#include "model/store/placement.h"
#include "model/sync/hub.h"

#include <map>
#include <tuple>

namespace model {

/// The name of an inbox item, the same on every replica, whichever version stands.
Hash128 inbox_id(const std::string& kind, const Uuid& record, int fid, Version one, Version other);

/// Applies the ops of one device to the county's records, inside a transaction of the caller.
class HubApply {
public:
    /// Where what the device says again is not believed, it counts as its own edit of today, and
    /// it does not speak for others.
    HubApply(RecordStore& store, const Device& device, const std::string& county, bool is_believed);

    /// What came of one op.
    struct Result {
        bool as_sent = true; ///< the record is now what its device thinks it is
        bool quiet = true;   ///< nothing else came of it: no inbox item, no move
        bool refused = false;
        std::vector<Uuid> moved; ///< records that lie elsewhere since: their device may not know
    };
    Result apply(const Op& op, Hlc stamp);

    /// Puts back an inbox item that this county lost and the device was told, unless it is here, or
    /// what waits stands by now or waits already. Throws Problem 400 for what is no item.
    bool put_back(const boost::json::object& item);

    /// Numbers given so far; the caller keeps the last one.
    std::int64_t head() const { return gseq_; }

private:
    static constexpr int whole_record = -1;

    struct Target {
        Meta meta;
        Record record;
    };

    void apply_to(const std::optional<Meta>& meta, const Op& op);
    void create(const Op& op);
    void change(const Op& op, Target target);
    void change_field(const Op& op, Target& target, const OpField& field, const Version& gone,
        std::vector<FieldEdit>& writes);
    void set_deleted(const Op& op, Target target, bool deleted);

    // hub_credential.cpp
    void take_credential(const Op& op, const std::optional<Meta>& meta);
    bool is_newer(const std::optional<Meta>& meta, const Record& before, const SealedPair& pair);

    /// Whether the account that entered it may give that one a passphrase, from this device.
    bool may_give_passphrase(const Op& op, const Uuid& account);

    void tell_of_unseen(const Op& op, const Target& target);
    void write(const Op& op, Target& target, std::span<const FieldEdit> writes);
    void take_unknown(const Op& op, Meta& meta);
    void forget(const Meta& meta);
    bool is_allowed(const Op& op, const Meta& meta);
    bool lies_within_reach(Scope scope, const Uuid& home) const;

    /// Whether the device may bring fields or records of a newer version.
    bool may_bring_unknown(const Meta& meta);
    bool may_bring(
        const Op& op, const Meta& meta, int fid); ///< that field, which is not known here

    /// Whether the op would place a record the device does not see, and so bring it into its sight,
    /// or take one out of it by its own division code.
    bool reaches_for_others(const Op& op);

    /// Whether the device may give a new record this field.
    bool may_fill(const Op& op, const Meta& meta, const FieldDef& field);

    /// Whether the duties of the account that entered it let it: here as in its own file. What is
    /// said again was let in once.
    bool account_may(
        const Op& op, const Meta& meta, bool personal = false, Action action = Action::enter);

    /// The same of one field, and of a record that is made or goes into the recycle bin.
    bool account_fills(
        const Op& op, const Meta& meta, const FieldDef& field, Action action = Action::enter);
    bool account_keeps(const Op& op, const Meta& meta);

    /// What an op that empties the personal fields for good (schema/minimising.h) does to one
    /// field, and what any other does that knows nothing of it.
    static std::optional<Verdict> judge_minimising(bool minimises, const Target& target,
        const FieldDef& field, const Value& wanted, bool knows);

    /// The registers whose rights count: of what belongs to records of any, that of the record, and
    /// where the op gives it to another record, those of both.
    std::vector<const EntityDef*> judged_by(const Op& op);

    const Permission& permission_of(const Op& op);

    /// Whether the account may give or take what the op changes at an account's record, from the
    /// office of this device. What is said again was let in once.
    bool may_grant(const Op& op, const Meta& meta, const Record* before, const Record& after);
    bool may_change_account(const Op& op, const Target& target);

    bool has_come(const Version& version);

    /// Whether what the op says again was not lost: neither what was said first nor what is said.
    bool has_come_again(const Op& op);

    /// Whether the op tells words of a set that stood under the very version that stands here: the
    /// edit came again and the words beside it did not.
    bool brings_words(const Op& op);

    /// Whether the version of the field, which never came here, was overwritten by somebody who had
    /// seen it; of the whole record: whether who deleted it had.
    bool is_overwritten(const Uuid& record, const Version& version, int fid);
    void note_seen(const Uuid& record, const Version& version, int fid);
    void remember_seen(const Op& op);

    /// Whether the version is among those seen, or what it says again is.
    bool is_among(const std::vector<Version>& seen, Version version);
    /// Who said it; of what is said again, who said it first: nobody may say again a field that he
    /// may not write, so that no word grows stronger by this.
    std::optional<Org> author_of(const Version& version);
    Org author_of(const Op& op) { return author_of(op.again).value_or(device_.org); }
    bool is_mine_to_settle(const Hash128& item);
    bool is_waiting(
        const Hash128& id, bool is_refusal, const Uuid& record, int fid, const std::string& waits);

    Standing standing_of(
        const Meta& meta, int fid, const Value& value, std::span<const Version> seen);
    Surroundings around(const Meta& meta) const { return {meta.scope, meta.home, county_}; }
    void refuse(const Op& op, int fid, const Value& value, const char* reason, const Meta* meta);
    std::int64_t account_of(const Op& op);
    void put_stamp(const Op& op, Hlc stamp);
    void put_history(
        const Op& op, const Meta& meta, int fid, const Value& before, const Value& after);
    void tell_owner(const Op& op, const Meta& meta, const FieldDef& field, const Value& before,
        const Value& after);
    void settle_inbox(const Op& op);

    /// What was entered on the owner's behalf is written over: nobody needs to hear of it now.
    void forget_notices(const Op& op, int fid);

    struct Item {
        const char* kind;
        int fid;
        Value base;
        Value stands;
        Version stands_ver;
        Value waits;
        Version waits_ver;
        const char* reason = nullptr;
    };
    void put_inbox(const Op& op, const Meta* meta, const Item& item);
    Value value_at(const Meta& meta, const FieldDef& field, const Version& version);

    RecordStore& store_;
    Rows& rows_;
    const Device& device_;
    std::string county_;
    bool is_believed_; ///< what the device says again
    Placement placement_;
    std::int64_t gseq_;
    Hlc stamp_ = 0;
    Version mover_;                                           ///< of the op under way
    std::optional<std::pair<Account, std::int64_t>> account_; ///< of the op before, and its number
    std::optional<std::pair<Uuid, Permission>> permission_;   ///< of the account of the op before
    Result result_;

    /// What the device entered and found here already: the version that stands for it.
    std::map<std::tuple<Uuid, int, Version>, Version> agreed_;
};

} // namespace model
