#include "model/base/random.h"

#include <algorithm>
#include <sodium.h>

namespace model {

void SystemRandom::fill(std::span<std::uint8_t> bytes)
{
    [[maybe_unused]] static const int ready = sodium_init();
    randombytes_buf(bytes.data(), bytes.size());
}

SeededRandom::SeededRandom(std::uint64_t seed) : state_(seed + 0x9E3779B97F4A7C15ULL)
{
    next();
    state_ += seed;
    next();
}

std::uint32_t SeededRandom::next()
{
    const auto old = state_;
    state_ = old * 6364136223846793005ULL + 1442695040888963407ULL;
    const auto shifted = static_cast<std::uint32_t>(((old >> 18U) ^ old) >> 27U);
    const auto turn = static_cast<std::uint32_t>(old >> 59U);
    return (shifted >> turn) | (shifted << ((32U - turn) & 31U));
}

std::uint32_t SeededRandom::below(std::uint32_t below)
{
    return static_cast<std::uint32_t>((static_cast<std::uint64_t>(next()) * below) >> 32U);
}

void SeededRandom::fill(std::span<std::uint8_t> bytes)
{
    std::ranges::generate(bytes, [this] { return static_cast<std::uint8_t>(next()); });
}

} // namespace model
