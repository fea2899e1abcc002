#include "model/custody/escrow.h"

#include "model/access/backup.h"
#include "model/access/passphrase.h"
#include "model/base/hash.h"
#include "model/base/text.h"
#include "model/store/audit.h"
#include "model/sync/calls.h"

#include <algorithm>
#include <sodium.h>

namespace model {

namespace {

constexpr const char* on_setting = "escrow_on";
constexpr const char* deposited_setting = "escrow_deposited"; ///< fingerprint and escrow key
constexpr const char* told_setting = "escrow_told";           ///< the escrow key last told of

static_assert(crypto_box_SECRETKEYBYTES == sizeof(DataKey::bytes));
static_assert(EscrowShelf::sealed_size == sizeof(DataKey::bytes) + crypto_box_SEALBYTES);

unsigned char* bytes_of(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data());
}

const unsigned char* bytes_of(const std::string& text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string drawn(Random& random, std::size_t size)
{
    std::string text(size, '\0');
    random.fill({bytes_of(text), size});
    return text;
}

/// What seals the secret half; a DataKey is wiped when it goes.
DataKey stretched(const std::string& passphrase, const EscrowKey& key)
{
    [[maybe_unused]] static const int ready = sodium_init();
    const auto typed = trimmed(passphrase);
    DataKey with;
    if (key.salt.size() != crypto_pwhash_SALTBYTES
        || crypto_pwhash(with.bytes.data(), with.bytes.size(), typed.data(), typed.size(),
               bytes_of(key.salt), key.passes, key.memory, crypto_pwhash_ALG_ARGON2ID13)
            != 0)
        throw Error({msgid("There is not enough memory to check the passphrase: close other "
                           "programs and try again")});
    return with;
}

std::string mark_of(const DataKey& key, const EscrowOffer& offer)
{
    return fingerprint_of(key).hex() + ' ' + offer.key;
}

void keep(RecordStore& store, const char* setting, const std::string& value)
{
    Transaction transaction(store.db());
    store.rows().set_setting(setting, value);
    transaction.commit();
}

} // namespace

EscrowKey make_escrow_key(const std::string& passphrase, const std::string& keeper, Random& random,
    Instant now, PassphraseCost cost)
{
    expect_hard_to_guess(passphrase);
    EscrowKey key{.public_key = std::string(crypto_box_PUBLICKEYBYTES, '\0'),
        .salt = drawn(random, crypto_pwhash_SALTBYTES),
        .nonce = drawn(random, crypto_secretbox_NONCEBYTES),
        .passes = cost.passes,
        .memory = cost.memory,
        .keeper = keeper,
        .made_at = now};
    const auto with = stretched(passphrase, key);
    const auto seed = DataKey::make(random);
    DataKey secret;
    crypto_box_seed_keypair(bytes_of(key.public_key), secret.bytes.data(), seed.bytes.data());
    key.sealed.resize(secret.bytes.size() + crypto_secretbox_MACBYTES);
    crypto_secretbox_easy(bytes_of(key.sealed), secret.bytes.data(), secret.bytes.size(),
        bytes_of(key.nonce), with.bytes.data());
    return key;
}

DataKey open_deposit(
    const EscrowKey& key, const std::string& passphrase, const EscrowDeposit& deposit)
{
    const auto with = stretched(passphrase, key);
    DataKey secret;
    if (key.sealed.size() != secret.bytes.size() + crypto_secretbox_MACBYTES
        || key.nonce.size() != crypto_secretbox_NONCEBYTES
        || crypto_secretbox_open_easy(secret.bytes.data(), bytes_of(key.sealed), key.sealed.size(),
               bytes_of(key.nonce), with.bytes.data())
            != 0)
        throw Error({msgid("This is not the escrow passphrase of {1}: try again"), {key.keeper}});
    DataKey opened;
    if (deposit.sealed.size() != EscrowShelf::sealed_size
        || crypto_box_seal_open(opened.bytes.data(), bytes_of(deposit.sealed),
               deposit.sealed.size(), bytes_of(key.public_key), secret.bytes.data())
            != 0)
        throw Error({msgid("What device {1} deposited is damaged: take the recovery key that was "
                           "written down when its file was made"),
            {std::to_string(deposit.device)}});
    return opened;
}

std::string sealed_to(const std::string& public_key, const DataKey& key)
{
    std::string sealed(EscrowShelf::sealed_size, '\0');
    if (public_key.size() != crypto_box_PUBLICKEYBYTES
        || crypto_box_seal(
               bytes_of(sealed), key.bytes.data(), key.bytes.size(), bytes_of(public_key))
            != 0)
        throw Error({msgid("The county has no such escrow key")});
    return sealed;
}

EscrowState escrow_state(RecordStore& store, const DataKey& key)
{
    return guarded(store.db(), [&] {
        EscrowState state{.offer = offer_of(store), .is_on = store.rows().number(on_setting) != 0};
        state.is_deposited =
            state.offer.has && store.rows().setting(deposited_setting) == mark_of(key, state.offer);
        return state;
    });
}

void set_escrow(RecordStore& store, bool on, const Account& who)
{
    guarded(store.db(), [&] {
        Transaction transaction(store.db());
        store.rows().set_number(on_setting, on ? 1 : 0);
        Audit(store).note({.what = audited::settings,
            .who = who,
            .detail = {on
                    ? msgid("The key of this file is deposited in the county's escrow")
                    : msgid("The key of this file is not deposited in the county's escrow")}});
        transaction.commit();
    });
}

Message words_of(const EscrowState& state)
{
    if (state.offer.key.empty())
        return {msgid("The county keeps no keys in escrow, as far as the last sync tells")};
    if (!state.is_on)
        return {
            msgid("The county keeps keys in escrow for forgotten passphrases, sealed, opened by "
                  "{1} alone; this file's key is not among them (hallctl escrow on, or the "
                  "sync page)"),
            {state.offer.keeper}};
    if (!state.is_deposited)
        return {msgid("This file's key is deposited in the county's escrow with the next sync, "
                      "sealed; {1} alone can open it"),
            {state.offer.keeper}};
    return {msgid("This file's key lies in the county's escrow, sealed; where its passphrase is "
                  "forgotten, ask {1} for the recovery key"),
        {state.offer.keeper}};
}

bool is_offer_news(RecordStore& store, const EscrowState& state)
{
    return guarded(store.db(), [&] {
        if (state.is_on || state.offer.key.empty()
            || store.rows().setting(told_setting) == state.offer.key)
            return false;
        keep(store, told_setting, state.offer.key);
        return true;
    });
}

void deposit_if_due(
    RecordStore& store, Transport& transport, const DataKey& key, const Account& who)
{
    const auto state = escrow_state(store, key);
    if (!state.is_due())
        return;
    std::string public_key(state.offer.key.size() / 2, '\0');
    if (sodium_hex2bin(bytes_of(public_key), public_key.size(), state.offer.key.data(),
            state.offer.key.size(), nullptr, nullptr, nullptr)
        != 0)
        return;
    std::string body;
    JsonText out(body);
    out.open('{').key("key").text(state.offer.key);
    out.key("sealed").text(to_hex(sealed_to(public_key, key))).close('}');
    Calls(store, transport, Replica(store).membership()).call("/v1/escrow", body);
    auto taken = state.offer;
    taken.has = true;
    guarded(store.db(), [&] {
        Transaction transaction(store.db());
        keep_offer(store, taken);
        store.rows().set_setting(deposited_setting, mark_of(key, taken));
        Audit(store).note({.what = audited::escrow_deposited,
            .who = who,
            .detail = {msgid("Kept by {1}"), {taken.keeper}}});
        transaction.commit();
    });
}

} // namespace model
