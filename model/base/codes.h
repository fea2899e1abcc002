#pragma once

#include "model/base/date.h"

#include <optional>
#include <string>
#include <string_view>

namespace model {

/// Whether the text is an 18-character ID number of GB 11643-1999: digits, a birth date that
/// exists, the right check character, X in upper case. Any area is taken, because areas are
/// abolished while their numbers live on. Whether the birth lies in the future is the rules'
/// matter.
bool is_id_number(std::string_view text);

/// The ID number as typed, with full-width characters, lower-case x and white space put right. It
/// need not be valid.
std::string normal_id_number(std::string_view text);

/// What a valid ID number says of its bearer; nothing if it is not valid.
std::optional<Date> id_birth(std::string_view id_number);
std::optional<bool> id_is_male(std::string_view id_number);

/// The 18th character for the 17 digits before it; '\0' if they are not 17 digits.
char id_check_digit(std::string_view first17);

/// Whether the text is an 18-character unified social credit code of GB 32100-2015: its alphabet
/// of 31 (no I, O, S, V, Z; upper case) and the right check character.
bool is_credit_code(std::string_view text);

/// The credit code as typed, with full-width characters, lower case and white space put right. It
/// need not be valid.
std::string normal_credit_code(std::string_view text);

/// The 18th character for the 17 before it; '\0' if they are not 17 characters of the alphabet.
char credit_check_digit(std::string_view first17);

enum class PhoneKind {
    none,         ///< no phone number
    mobile,       ///< 11 digits, 13… to 19…
    landline,     ///< with its area code, perhaps with an extension
    local,        ///< 7 or 8 digits: a landline, but of which area?
    service,      ///< 400 or 800 and 7 digits
    short_number, ///< 3 to 6 digits: 12345, or an office's own short number
    sample,       ///< 11 digits from 100, which no network gives out: people of the demo county
};

/// What kind of phone number the text is. Full-width characters, spaces, brackets, hyphens and the
/// country code 86 are overlooked. One number; a cell that holds several is to be split before.
PhoneKind phone_kind(std::string_view text);

} // namespace model
