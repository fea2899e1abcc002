#pragma once

#include <cstdint>

namespace model {

/// How much work one guess at a passphrase is (Argon2id): passes over that many bytes of memory.
/// The default takes a third to half a second on an office PC; it is kept with what the passphrase
/// opens, so that a later default reads what an earlier one sealed.
struct PassphraseCost {
    std::uint64_t passes = 3;
    std::uint64_t memory = 128ULL << 20U;

    bool operator==(const PassphraseCost&) const = default;
};

/// Whether a machine may be asked for it at all, which is twice the default: what comes from
/// elsewhere must not bring it to its knees.
constexpr bool is_bearable(const PassphraseCost& cost)
{
    constexpr PassphraseCost usual;
    constexpr std::uint64_t least_memory = 8192;
    return cost.passes >= 1 && cost.passes <= 2 * usual.passes && cost.memory >= least_memory
        && cost.memory <= 2 * usual.memory
        && cost.passes * cost.memory <= 2 * usual.passes * usual.memory;
}

} // namespace model
