#pragma once

#include "model/base/clock.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace model {

/// How many copies are kept: the newest one of each of so many days, weeks and months that have
/// copies, and all of the last two days.
struct KeepRule {
    int days = 7;
    int weeks = 4;
    int months = 12;
    std::int64_t most_bytes = 0; ///< of all together; 0: whatever they take

    bool operator==(const KeepRule&) const = default;
};

/// A good copy, as far as keeping is concerned.
struct KeptCopy {
    std::string name;
    Instant at = 0;
    std::int64_t bytes = 0;
};

/// The names of those to delete, oldest first. The newest copy is never among them. Where all that
/// the rule keeps takes more than `most_bytes`, the oldest go too.
std::vector<std::string> to_delete(std::span<const KeptCopy> copies, const KeepRule& rule);

} // namespace model
