#include "model/store/version.h"

#include "model/base/error.h"

#include <array>
#include <charconv>

namespace model {

std::int64_t Version::packed() const
{
    if (device >= 1U << device_bits || incarnation >= 1U << incarnation_bits
        || seq >= std::uint64_t{1} << seq_bits)
        throw StoreError({msgid("The numbers of this device are used up: enrol it anew")});
    return static_cast<std::int64_t>(std::uint64_t{device} << (incarnation_bits + seq_bits)
        | std::uint64_t{incarnation} << seq_bits | seq);
}

Version Version::unpacked(std::int64_t packed)
{
    const auto bits = static_cast<std::uint64_t>(packed);
    return {static_cast<std::uint32_t>(bits >> (incarnation_bits + seq_bits)),
        static_cast<std::uint32_t>(bits >> seq_bits & ((1U << incarnation_bits) - 1)),
        bits & ((std::uint64_t{1} << seq_bits) - 1)};
}

std::string Version::text() const
{
    if (*this == Version{})
        return "0";
    return std::to_string(device) + '.' + std::to_string(incarnation) + '.' + std::to_string(seq);
}

std::optional<Version> Version::parse(std::string_view text)
{
    if (text == "0")
        return Version{};
    std::array<std::uint64_t, 3> parts{};
    const char* at = text.data();
    const char* const end = at + text.size();
    for (std::size_t i = 0; i < 3; ++i) {
        if (i > 0 && (at == end || *at++ != '.'))
            return std::nullopt;
        const auto [next, error] = std::from_chars(at, end, parts[i]);
        if (error != std::errc{})
            return std::nullopt;
        at = next;
    }
    if (at != end || parts[0] >= 1U << device_bits || parts[1] >= 1U << incarnation_bits
        || parts[2] >= std::uint64_t{1} << seq_bits)
        return std::nullopt;
    return Version{
        static_cast<std::uint32_t>(parts[0]), static_cast<std::uint32_t>(parts[1]), parts[2]};
}

} // namespace model
