#pragma once

#include <string>
#include <string_view>

namespace model::detail {

/// Appends the characters of whole GB18030 sequences to `utf8`. False, with `utf8` as it was, if
/// one of them is no character.
bool gb18030_to_utf8(std::string_view bytes, std::string& utf8);

/// Appends the GB18030 bytes of well-formed UTF-8 to `bytes`. False, with `bytes` as it was, if a
/// character has none.
bool utf8_to_gb18030(std::string_view utf8, std::string& bytes);

} // namespace model::detail
