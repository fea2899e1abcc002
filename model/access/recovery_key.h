#pragma once

#include "model/store/data_key.h"

#include <string>
#include <string_view>

namespace model {

/// The data key as people can write it down: 13 groups of five letters and digits, "7KQ2M-…". The
/// fifth of each group checks the group and its place, so that one wrong character, two that
/// changed places and two groups that changed places are always found.
std::string recovery_text(const DataKey& key);

/// Reads it back. Small letters, full-width characters, O for 0, I and L for 1, and any or no
/// blanks and dashes are understood. Throws Error with the numbers of the groups that have a
/// mistake.
DataKey parse_recovery(std::string_view text);

} // namespace model
