#pragma once

#include "model/base/random.h"
#include "model/entities/credential.h"
#include "model/store/data_key.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace model {

/// What a passphrase becomes by Argon2id with one salt; it opens what is sealed under that salt.
struct Stretched {
    DataKey key; ///< wiped when it goes
    std::array<std::uint8_t, 16> salt{};
    PassphraseCost cost;
};

/// White space at the passphrase's ends does not count. Throws Error where there is not enough
/// memory for it.
Stretched stretch(
    std::string_view passphrase, const std::array<std::uint8_t, 16>& salt, PassphraseCost cost);

/// The same with a new salt.
Stretched stretch(std::string_view passphrase, Random& random, PassphraseCost cost);

/// A new pair of keys for the account, whose secret half that passphrase opens.
SealedPair make_pair(
    const Uuid& account, std::uint64_t number, const Stretched& passphrase, Random& random);

/// A data key that only the secret half of a pair opens.
using SealedKey = std::array<std::uint8_t, 80>;

/// nullopt where the public half is no key at all.
std::optional<SealedKey> sealed_to(const SealedPair& pair, const DataKey& key);

/// The data key; nullopt where the passphrase, the account or anything of the two is another.
std::optional<DataKey> open_sealed(const Uuid& account, const SealedPair& pair,
    const SealedKey& sealed, std::string_view passphrase);

} // namespace model
