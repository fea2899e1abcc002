#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace model {

/// How a character may be read, in small letters without tones and with ü as v ("lv"), the usual
/// reading first; empty for what has no reading in Chinese.
using Readings = std::vector<std::string_view>;

Readings readings_of(char32_t c);

/// The readings of each character of a text. What begins with a surname that is read otherwise than
/// the word (单 shan, 尉迟 yu chi) has the surname's reading first.
std::vector<Readings> readings_of(std::u32string_view text);

/// Whether this is the whole of a reading ("zhang"), or the beginning of one ("zha", "zh").
bool is_syllable(std::string_view letters);
bool begins_syllable(std::string_view letters);

} // namespace model
