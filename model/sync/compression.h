#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace model {

/// The bytes as one zstd frame.
std::string compressed(std::string_view bytes);

/// What a zstd frame holds. Throws Problem 400 for anything else, and 413 for more than `most`
/// bytes, however small the frame: texts that repeat shrink to almost nothing.
std::string inflated(std::string_view frame, std::size_t most);

} // namespace model
