#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace app {

/// The candidate that was probably meant: the one with the fewest letters added, dropped, changed
/// or swapped, if these are few for the length of the word. Empty: none is near.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

} // namespace app
