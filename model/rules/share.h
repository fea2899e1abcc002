#pragma once

#include <cstdint>
#include <string>

namespace model {

/// A part of a whole, kept as its two counts so that no report is left with the percentage alone.
struct Share {
    std::int64_t part = 0;
    std::int64_t whole = 0;

    bool operator==(const Share&) const = default;

    /// "35.2": percent with one place, cut and not rounded, as published figures are, so that
    /// nothing reaches 100 before the last part is there; empty for a part of nothing.
    std::string percent() const;
};

} // namespace model
