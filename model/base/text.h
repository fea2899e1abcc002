#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace model {

/// Whether the bytes are well-formed UTF-8 (no overlong forms, no surrogates).
bool is_utf8(std::string_view bytes);

/// The code points of well-formed UTF-8.
std::u32string to_utf32(std::string_view utf8);
std::string to_utf8(std::u32string_view text);

/// Without white space at both ends; the ideographic space U+3000, the no-break space and the byte
/// order mark count as white.
std::string trimmed(std::string_view utf8);

/// The same as a part of the text itself.
std::string_view without_white_ends(std::string_view utf8);

/// Full-width letters, digits and signs (Ａ, １, （, ideographic space) as their ordinary forms.
std::string half_width(std::string_view utf8);

/// How names are compared: half width, lower case, without any white space.
std::string folded(std::string_view utf8);

/// ASCII letters in upper case, the rest as it is.
std::string upper(std::string_view text);
std::string lower(std::string_view text);

std::vector<std::string> split(std::string_view text, char separator);
std::string join(const std::vector<std::string>& parts, std::string_view separator);

} // namespace model
