#pragma once

#include <string>
#include <string_view>

namespace model {

/// What a text is sorted by: two texts stand as Chinese readers look for them if their keys stand
/// in the order of their bytes. Signs come first, then numbers by their value ("A2" before "A10"),
/// Latin letters without regard to case, and Chinese characters by pinyin.
std::string sort_key(std::string_view utf8);

} // namespace model
