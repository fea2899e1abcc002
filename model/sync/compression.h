#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace model {

/// The bytes as one zstd frame.
std::string compressed(std::string_view bytes);

/// What a zstd frame holds. Throws Problem 400 for anything else, and 413 for more than `most`
/// bytes or an inflation beyond 200 times.
std::string inflated(std::string_view frame, std::size_t most);

} // namespace model
