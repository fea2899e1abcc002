#include "model/access/sealed_pair.h"

#include "model/base/error.h"
#include "model/base/hash.h"
#include "model/base/text.h"

#include <sodium.h>

namespace model {

namespace {

static_assert(crypto_pwhash_SALTBYTES == sizeof(Stretched::salt));
static_assert(crypto_box_SECRETKEYBYTES == sizeof(DataKey::bytes));
static_assert(crypto_box_PUBLICKEYBYTES == sizeof(SealedPair::public_half));
static_assert(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES == sizeof(SealedPair::nonce));
static_assert(sizeof(SealedPair::secret)
    == sizeof(DataKey::bytes) + crypto_aead_xchacha20poly1305_ietf_ABYTES);
static_assert(sizeof(SealedKey) == sizeof(DataKey::bytes) + crypto_box_SEALBYTES);

/// What the secret half is bound to, so that it is no other account's and goes with no other public
/// half, number or cost.
std::string bound_to(const Uuid& account, const SealedPair& pair)
{
    auto open = pair;
    open.secret = {};
    return account.text() + ' ' + text_of(open);
}

const unsigned char* bytes_of(const std::string& text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

} // namespace

Stretched stretch(
    std::string_view passphrase, const std::array<std::uint8_t, 16>& salt, PassphraseCost cost)
{
    [[maybe_unused]] static const int ready = sodium_init();
    Stretched stretched{{}, salt, cost};
    const std::string typed = trimmed(passphrase);
    if (crypto_pwhash(stretched.key.bytes.data(), stretched.key.bytes.size(), typed.data(),
            typed.size(), salt.data(), cost.passes, cost.memory, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        throw Error({msgid("There is not enough memory to check the passphrase: close other "
                           "programs and try again")});
    return stretched;
}

Stretched stretch(std::string_view passphrase, Random& random, PassphraseCost cost)
{
    std::array<std::uint8_t, 16> salt{};
    random.fill(salt);
    return stretch(passphrase, salt, cost);
}

SealedPair make_pair(
    const Uuid& account, std::uint64_t number, const Stretched& passphrase, Random& random)
{
    SealedPair pair{.number = number, .cost = passphrase.cost, .salt = passphrase.salt};
    random.fill(pair.nonce);
    const auto seed = DataKey::make(random);
    DataKey secret;
    crypto_box_seed_keypair(pair.public_half.data(), secret.bytes.data(), seed.bytes.data());
    const auto bound = bound_to(account, pair);
    crypto_aead_xchacha20poly1305_ietf_encrypt(pair.secret.data(), nullptr, secret.bytes.data(),
        secret.bytes.size(), bytes_of(bound), bound.size(), nullptr, pair.nonce.data(),
        passphrase.key.bytes.data());
    return pair;
}

std::optional<SealedKey> sealed_to(const SealedPair& pair, const DataKey& key)
{
    [[maybe_unused]] static const int ready = sodium_init();
    SealedKey sealed{};
    if (crypto_box_seal(sealed.data(), key.bytes.data(), key.bytes.size(), pair.public_half.data())
        != 0)
        return std::nullopt;
    return sealed;
}

std::optional<DataKey> open_sealed(const Uuid& account, const SealedPair& pair,
    const SealedKey& sealed, std::string_view passphrase)
{
    const auto with = stretch(passphrase, pair.salt, pair.cost);
    const auto bound = bound_to(account, pair);
    DataKey secret;
    DataKey key;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(secret.bytes.data(), nullptr, nullptr,
            pair.secret.data(), pair.secret.size(), bytes_of(bound), bound.size(),
            pair.nonce.data(), with.key.bytes.data())
            != 0
        || crypto_box_seal_open(key.bytes.data(), sealed.data(), sealed.size(),
               pair.public_half.data(), secret.bytes.data())
            != 0)
        return std::nullopt;
    return key;
}

} // namespace model
