#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace model {

/// Names the value of a field for ever: the device that wrote it, that device's incarnation, and
/// the number of its op. Versions tell what an edit was based on; they do not order (see hlc.h).
/// Device 0 is this file before it joined a county. Version 0 stands for "never filled".
struct Version {
    std::uint32_t device = 0;
    std::uint32_t incarnation = 0;
    std::uint64_t seq = 0;

    static constexpr int device_bits = 16;
    static constexpr int incarnation_bits = 11;
    static constexpr int seq_bits = 36;

    /// One positive integer, for the database. Throws StoreError where a part is out of range.
    std::int64_t packed() const;
    static Version unpacked(std::int64_t packed);

    /// "3.1.57", as the wire writes it; "0" for no version.
    std::string text() const;
    static std::optional<Version> parse(std::string_view text);

    auto operator<=>(const Version&) const = default;
};

} // namespace model
