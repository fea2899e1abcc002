#pragma once

#include "model/store/data_key.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace model {

/// The data key as people can write it down: 13 groups of five letters and digits, "7KQ2M-…". The
/// fifth of each group checks the group and its place, so that one wrong character, two that
/// changed places and two groups that changed places are always found.
std::string recovery_text(const DataKey& key);

/// Reads it back. Small letters, full-width characters, O for 0, I and L for 1, and any or no
/// blanks and dashes are understood. Throws Error with the numbers of the groups that have a
/// mistake.
DataKey parse_recovery(std::string_view text);

/// How far a key is that is still being typed, read as parse_recovery() reads it: so that a mistake
/// is told at its group and not at the end.
struct TypedRecovery {
    std::size_t whole = 0;          ///< groups that have all their characters
    std::size_t of = 0;             ///< groups a key has
    std::size_t left_over = 0;      ///< characters beyond the last group
    std::vector<std::size_t> wrong; ///< numbers of whole groups with a mistake, from 1

    bool is_complete() const { return whole == of && left_over == 0 && wrong.empty(); }
};
TypedRecovery typed_recovery(std::string_view text);

} // namespace model
