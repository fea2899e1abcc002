#pragma once

#include <string>
#include <string_view>

namespace model {

/// What a zstd frame of our own assets holds; std::logic_error for anything else.
std::string unpacked(std::string_view frame);

} // namespace model
