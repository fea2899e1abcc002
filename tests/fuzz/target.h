#pragma once

#include "model/base/error.h"

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace fuzz {

/// What an input did, as far as it shows from outside: an input that does something new is kept and
/// changed further. Counts are told apart by their order of magnitude.
class Trace {
public:
    void add(std::string_view word);
    void add_count(std::size_t count);
    void add(const model::Error& error) { add(error.message().id); }

    std::uint64_t sum() const { return sum_; }

private:
    std::uint64_t sum_ = 14695981039346656037ULL;
};

/// A reader that is given bytes nobody vouches for. Each program of this folder has one.
struct Target {
    const char* name;

    /// What the reader's language is made of, to be put into inputs.
    std::vector<std::string_view> words;

    /// Inputs to begin with that are made rather than kept in the corpus.
    std::vector<std::string> (*made)();

    /// Reads the input and checks what the reader promises. Errors the reader may refuse an input
    /// with end here; whatever escapes is a failure.
    void (*run)(std::string_view input, Trace& trace);
};

const Target& target();

/// What a reader promises does not hold for this input.
class Broken : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

inline void expect(bool holds, const std::string& promise)
{
    if (!holds)
        throw Broken(promise);
}

/// The input's parts: what stands before each line feed is one, as long as `count` are wanted; the
/// last one takes the rest.
std::vector<std::string_view> parts(std::string_view input, std::size_t count);

} // namespace fuzz
