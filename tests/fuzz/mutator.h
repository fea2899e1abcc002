#pragma once

#include "model/base/random.h"

#include <string>
#include <string_view>
#include <vector>

namespace fuzz {

/// Makes new inputs of old ones: bits and bytes changed, pieces taken out, doubled, moved or put in
/// from another input, numbers made extreme, words of the target's language put in.
class Mutator {
public:
    Mutator(model::SeededRandom& random, std::vector<std::string_view> words)
        : random_(random)
        , words_(std::move(words))
    {
    }

    static constexpr std::size_t longest = 16U << 10U;

    std::string changed(std::string input, const std::string& other);

private:
    std::size_t place(const std::string& input);
    std::string_view piece(std::string_view of);
    void change_once(std::string& input, const std::string& other);
    void change_byte(std::string& input);
    void change_number(std::string& input);
    void put_word(std::string& input);
    void splice(std::string& input, const std::string& other);

    model::SeededRandom& random_;
    std::vector<std::string_view> words_;
};

} // namespace fuzz
