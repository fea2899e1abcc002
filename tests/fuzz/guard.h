#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace fuzz {

/// Stands beside the reader while it reads: whatever ends the program (a signal, an input that
/// takes too long) first puts the input into a file and says its name.
class Guard {
public:
    explicit Guard(const std::string& target);
    ~Guard();
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;

    /// Counted is the time the reader computes, so that a busy machine fails nothing.
    static constexpr std::chrono::milliseconds longest{2000};
    static constexpr std::size_t most_memory = 2ULL << 30U;

    /// From here to end() the input is being read; it must stay where it is.
    void begin(std::string_view input);

    /// How long it took.
    std::chrono::microseconds end();

    /// The file that now holds the input.
    static std::string keep(std::string_view input);
};

} // namespace fuzz
