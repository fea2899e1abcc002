#pragma once

#include "model/access/key_file.h"
#include "model/sync/escrow_shelf.h"
#include "model/sync/transport.h"

#include <string>
#include <string_view>

namespace model {

/// Makes a key for the county's escrow, whose secret half only that passphrase opens. Throws Error
/// where it is too easy to guess.
EscrowKey make_escrow_key(const std::string& passphrase, const std::string& keeper, Random& random,
    Instant now, PassphraseCost cost = {});

/// The data key of the device. Throws Error where the passphrase is not the keeper's, or what was
/// deposited is damaged.
DataKey open_deposit(
    const EscrowKey& key, const std::string& passphrase, const EscrowDeposit& deposit);

/// The data key, so that only the secret half of that public one opens it: 80 bytes.
std::string sealed_to(const std::string& public_key, const DataKey& key);

/// How a file stands with its county's escrow.
struct EscrowState {
    EscrowOffer offer;
    bool is_on = false;        ///< the office lets its key be deposited
    bool is_deposited = false; ///< this very key is

    bool is_due() const { return is_on && !offer.key.empty() && !is_deposited; }
};

EscrowState escrow_state(RecordStore& store, const DataKey& key);

/// Lets the file's key be deposited with the next sync, or not any more; what was deposited stays
/// with the county. Noted in the audit log.
void set_escrow(RecordStore& store, bool on, const Account& who);

/// One sentence on how it stands, and what to do about it.
Message words_of(const EscrowState& state);

/// Whether to tell of the county's offer: once for each of its keys, while it is not taken.
bool is_offer_news(RecordStore& store, const EscrowState& state);

/// Deposits the key where that is due. Throws SyncError or the server's Problem.
void deposit_if_due(
    RecordStore& store, Transport& transport, const DataKey& key, const Account& who);

} // namespace model
