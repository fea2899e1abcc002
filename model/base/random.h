#pragma once

#include <cstdint>
#include <span>

namespace model {

/// Where unpredictable bytes come from. Injected, so that the simulation can repeat itself.
class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

/// The operating system's generator, fit for keys.
class SystemRandom : public Random {
public:
    void fill(std::span<std::uint8_t> bytes) override;
};

/// A repeatable generator (PCG32); for tests and the simulation only.
class SeededRandom : public Random {
public:
    explicit SeededRandom(std::uint64_t seed);
    void fill(std::span<std::uint8_t> bytes) override;

    std::uint32_t next();

    /// A whole number in [0, below); `below` is at least 1.
    std::uint32_t below(std::uint32_t below);

private:
    std::uint64_t state_;
};

} // namespace model
