#pragma once

#include "model/schema/field.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace model {

/// What people write for the entries of fixed lists: the code, with or without leading zeros, the
/// label in any of the languages, and the other names that assets/codes gives. Letters are taken
/// without regard to case, width and white space.
class ChoiceWords {
public:
    /// The msgids' own English is understood besides.
    explicit ChoiceWords(std::vector<Translate> languages) : languages_(std::move(languages)) {}

    /// The code that is meant, or nullptr for a word that is in the list under no name.
    const std::string* code(std::span<const Choice> choices, std::string_view word);

    /// The labels in the first language, joined for a sentence.
    std::string labels(std::span<const Choice> choices) const;

private:
    using Words = std::unordered_map<std::string, std::string>;

    const Words& words_of(std::span<const Choice> choices);

    std::vector<Translate> languages_;
    std::map<const Choice*, Words> words_;
};

} // namespace model
