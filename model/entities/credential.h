#pragma once

#include "model/base/passphrase_cost.h"
#include "model/schema/entity.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace model {

/// What lets an account sign in with one passphrase in every file of its office: a pair of keys of
/// which the passphrase opens the secret half. Whoever has a file open seals its data key to the
/// public half (access/credentials.h); nothing in the record opens anything without the passphrase.
/// It lies where its account's record lies and is seen by nobody.
struct Credential {
    Uuid id; ///< credential_id() of its account
    std::optional<Uuid> account;
    std::string sealed; ///< a SealedPair as text
};

/// One credential for each account, the same one on every machine.
Uuid credential_id(const Uuid& account);

/// A pair of X25519 keys whose secret half a passphrase opens.
struct SealedPair {
    std::uint64_t number = 0; ///< from 1; a later passphrase of the account has a greater one
    PassphraseCost cost;
    std::array<std::uint8_t, 16> salt{};
    std::array<std::uint8_t, 24> nonce{};
    std::array<std::uint8_t, 48> secret{}; ///< sealed, and bound to the account and to all the rest
    std::array<std::uint8_t, 32> public_half{};

    /// The number of a first credential, and how far a later one may be ahead of the one before it:
    /// no device may use up all there are.
    static constexpr std::uint64_t farthest_step = 1000;
    static constexpr std::uint64_t greatest = 1'000'000'000'000'000;

    bool operator==(const SealedPair&) const = default;
};

/// One line of a format's number and the members, bytes as lower-case hex.
std::string text_of(const SealedPair& pair);

/// nullopt for what text_of() does not write, for numbers out of their bounds and for a cost that
/// no machine may be asked for: damaged, hostile or of a newer version.
std::optional<SealedPair> parse_pair(std::string_view text);

/// The pair of a record, if it is one's own: of the account whose credential has that id.
std::optional<SealedPair> pair_in(const Record& credential);

template <>
const EntityDef& def_of<Credential>();

template <>
std::span<const Field<Credential>> fields_of<Credential>();

} // namespace model
