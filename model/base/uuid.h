#pragma once

#include "model/base/clock.h"
#include "model/base/random.h"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace model {

/// The identity of a record on every machine. Sixteen bytes in the database, text elsewhere; never
/// a secret.
struct Uuid {
    std::array<std::uint8_t, 16> bytes{};

    /// Version 7: ids sort by birth, so that an index grows at its end.
    static Uuid make(Clock& clock, Random& random);

    /// Version 8, computed from a kind of thing and its name alone: two machines that make the same
    /// thing give it the same identity.
    static Uuid named(std::string_view kind, std::string_view name);

    /// Reads the text form, lower or upper case.
    static std::optional<Uuid> parse(std::string_view text);

    std::string text() const;
    bool is_nil() const { return *this == Uuid{}; }

    auto operator<=>(const Uuid&) const = default;
};

} // namespace model
