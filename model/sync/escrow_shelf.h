#pragma once

#include "model/store/record_store.h"

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <vector>

namespace model {

/// A key of the county's escrow. What is sealed to its public half only the keeper opens, with the
/// passphrase that seals the secret half.
struct EscrowKey {
    std::int64_t id = 0;
    std::string public_key; ///< X25519, 32 bytes
    std::string sealed;     ///< the secret half
    std::string salt;
    std::string nonce;
    std::uint64_t passes = 0; ///< of Argon2id
    std::uint64_t memory = 0;
    std::string keeper; ///< who knows the passphrase
    Instant made_at = 0;
};

/// The data key of a device, sealed to an escrow key.
struct EscrowDeposit {
    std::uint32_t device = 0;
    std::int64_t escrow_key = 0;
    std::string sealed;
    Instant at = 0;
};

/// Where a county server keeps its escrow: nothing in it opens anything without the keeper. Throws
/// StoreError where the file fails.
class EscrowShelf {
public:
    explicit EscrowShelf(RecordStore& store) : store_(store) {}

    static constexpr std::size_t sealed_size = 80; ///< of a data key of 32 bytes

    /// The key that counts: the last one made. None where the county has no escrow.
    std::optional<EscrowKey> newest();
    std::optional<EscrowKey> key(std::int64_t id);

    /// Adds a key, which counts from now on; what is sealed to those before stays until its device
    /// deposits anew.
    void add(const EscrowKey& key);

    std::vector<EscrowDeposit> deposits();
    std::optional<EscrowDeposit> deposit_of(std::uint32_t device);

    /// Takes what a device deposits: {"key", "sealed"} in hex. Throws Problem 400 for what cannot
    /// be a deposit, 409 where the county has no escrow or another key by now.
    void take(std::uint32_t device, const std::string& name, const boost::json::object& body);

    /// The answer to a hello, a JSON object, with what is offered: {"escrow": {"key", "keeper",
    /// "has"}}, where `has` tells whether this device's key is sealed to it. As it was without one.
    std::string with_offer(std::string reply, std::uint32_t device);

private:
    RecordStore& store_;
};

/// What the county's server offered with its last answer, as the device keeps it.
struct EscrowOffer {
    std::string key;    ///< public, in hex; empty: the county has no escrow
    std::string keeper; ///< who could open what is deposited
    bool has = false;   ///< the county has this device's, sealed to that key

    bool operator==(const EscrowOffer&) const = default;
};

void keep_offer(RecordStore& store, const boost::json::object& reply);
void keep_offer(RecordStore& store, const EscrowOffer& offer);
EscrowOffer offer_of(RecordStore& store);

} // namespace model
