#pragma once

#include "model/sync/merge.h"
#include "model/sync/messages.h"
#include "model/sync/recent_states.h"

namespace model {

struct LogTold;

/// What the county lets a device do.
enum class DeviceState { in_use, revoked, lost, purged };

std::string_view state_name(DeviceState state);
const char* state_label(DeviceState state); ///< msgid

/// Who of the county did something to a device, and why.
struct DeviceWord {
    Account who = {};
    std::string reason = {};
};

/// A device as its county knows it.
struct Device {
    std::uint32_t number = 0;
    Uuid id;
    std::string name;
    Org org;
    Region region;
    std::string secret; ///< signs its requests
    std::uint32_t incarnation = 1;
    std::int64_t last_seq = 0;
    Hash128 chain;
    Hlc last_hlc = 0;
    Instant hello_at = 0;
    Instant hello_before = 0;
    Instant enrolled_at = 0;
    bool revoked = false; ///< or lost: it is refused
    Instant revoked_at = 0;
    Instant lost_at = 0;   ///< reported lost: it is ordered to purge its data when it calls
    Instant purged_at = 0; ///< it said that it did
    std::string purge_nonce;
    std::string reason;    ///< of what the county did to it last
    std::string joined_by; ///< the account that used its code, as the device told

    DeviceState state() const;

    /// Whether it may see what lies there: the county's common records, its own subtree, and for a
    /// sending unit only its own people. Restricted records never leave by scope.
    bool sees(Scope scope, const Uuid& home) const;
};

/// What a one-time code admits its holder as.
struct Grant {
    Org org;
    std::string region; ///< the subtree it reads and writes
    std::string name;   ///< how people call the device
};

/// The county's side of sync, without any network: devices, the order of changes, the merge. All
/// calls are transactions of their own; one Hub belongs to one thread.
class Hub {
public:
    /// `store` is the county's own file; `county` its division code, kept at the first opening.
    /// Several hubs of one file may share the recent states.
    explicit Hub(RecordStore& store, const std::string& county = {},
        std::shared_ptr<RecentStates> recent = std::make_shared<RecentStates>());

    static constexpr Instant code_lifetime = 15 * 60 * 1000;
    static constexpr std::int64_t most_records = 5000;  ///< of one page
    static constexpr std::size_t most_bytes = 4U << 20; ///< of one page, about

    RecordStore& store() { return store_; }

    std::string county();
    std::string epoch();

    /// A code that enrols one device within a quarter of an hour.
    struct Code {
        std::string code;
        Instant expires = 0;
    };
    Code new_code(const Grant& grant);

    /// What a code admits its holder as; only reads. Throws Problem 403 for a wrong, used or old
    /// code.
    Grant grant_of(std::string_view code);

    /// Trades a code for a device. Throws Problem 403 for a wrong, used or old code,
    /// and 503 where all numbers of devices are given.
    /// `was` is the number the device had before, if it comes back; nobody else gets that one.
    Device enrol(std::string_view code, const Uuid& device, std::string_view public_key,
        std::int64_t was = 0, const std::string& by = {});

    std::vector<Device> devices();
    std::optional<Device> device(std::uint32_t number);

    /// From now on the device is refused; what it sent stays, and so does its file. Throws Error
    /// for no such device.
    void revoke(std::uint32_t number, const DeviceWord& word = {});

    /// The device is refused, and ordered to purge its data when it calls (PurgeOrder). Nothing it
    /// still sends is taken: who has it may have typed it. Throws Error for no such device.
    void report_lost(std::uint32_t number, const DeviceWord& word = {});

    /// It turned up again before it was purged, and is what it was before. Throws Error where it
    /// was not reported lost, or is purged already.
    void withdraw_loss(std::uint32_t number, const DeviceWord& word = {});

    /// Throws Problem 403 unless the device's county alone can tell that it obeyed.
    void expect_purged(std::uint32_t number, const std::string& proof);

    /// The device says that it obeyed. Throws Problem 403 for a wrong proof.
    void note_purged(std::uint32_t number, const std::string& proof);

    /// Whom the person before a device that is purged is to call; empty where nobody was named.
    std::string contact();
    void set_contact(const std::string& contact);

    HelloReply hello(const Device& device, const Hello& hello);

    /// What the device says of its audit log (log_told.h).
    std::int64_t take_log(const Device& device, const LogTold& told);
    void miss_log(const Device& device);

    /// Applies ops in order, once. Throws Problem 409 "gap" or "rejoin" where they do not continue
    /// what is known of the device. What an op says again is believed only where the message names
    /// a mark this county lost; otherwise the op counts as the device's own edit of today.
    PushReply push(const Device& device, const boost::json::object& body);

    /// One page of changes after the cursor, as the JSON of the answer.
    std::string pull(const Device& device, const Pull& pull);

    /// For repair: hash sums of what the device sees, by the last byte of the record's id; or, when
    /// `byte` is given, every record of that byte with its hash.
    std::string digest(const Device& device, std::optional<int> byte);

    /// Whole states of the given records as far as the device sees them, as a page of pull.
    std::string records(const Device& device, std::span<const Uuid> ids);

    /// Inbox items the device was told and this server lost, as pages of pull tell them: they are
    /// put back unless they are here, or their value stands by now. Gives how many were. Items that
    /// are not the device's own need a mark this county lost, as what is said again does.
    std::int64_t take_items(const Device& device, const boost::json::object& body);

    /// A mark this county will never know: the reason by which a device that comes back under
    /// another number is believed, as one that holds a mark the county lost is. It is that device's
    /// alone, and good for 30 days.
    Mark mark_of_another_past(std::uint32_t device);

private:
    Device device_known(std::uint32_t number);
    void save(const Device& device);
    Hash128 digest_of(const Device& device);
    std::int64_t head();
    Mark newest_mark();
    Mark draw_mark();
    Mark sealed_mark(std::int64_t change, std::uint32_t device = 0);
    bool knows(const Mark& mark);

    /// Whether the device's message names a mark that this county gave and does not know any more.
    /// Nobody can make one up, for it is sealed; so no note of who may say something again has to
    /// be kept, which a county that goes back once more would lose.
    bool names_lost_mark(const Device& device, const boost::json::object& body);
    std::int64_t seal_of(std::int64_t change, std::int64_t chance, std::uint32_t device);
    void draw_mark_key();

    /// After this data went back in time: new devices and those that only its later state knew must
    /// not meet in one number.
    void keep_numbers_apart();
    std::int64_t next_device_number(std::int64_t was);
    std::int64_t newest_device();

    RecordStore& store_;
    Rows& rows_;
    std::shared_ptr<RecentStates> recent_;
};

} // namespace model
