#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace model::detail {

/// The readings there are, without tones.
std::span<const std::string_view> pinyin_syllables();

/// The readings of all characters, as 512 * character + number of the syllable, in the order of the
/// characters and the usual reading of each first. make_pinyin.awk makes the table at build time.
std::span<const std::uint32_t> pinyin_rows();

} // namespace model::detail
