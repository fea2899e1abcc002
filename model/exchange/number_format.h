#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace model {

/// What a workbook's number format makes of a number.
enum class NumberFormat { number, date, time, date_time, elapsed };

/// Of the formats that are only known by their number (ECMA-376 18.8.30; 27 to 36 and 50 to 58 as
/// Chinese Excel and WPS use them).
NumberFormat builtin_format(int id);

/// Of a format written out, such as yyyy"年"m"月"d"日" or [h]:mm. Only its first section counts,
/// the one for positive numbers.
NumberFormat classify_format(std::string_view code);

/// The day and time a serial number stands for, as ISO text; a time of zero is left out. Nothing
/// if it is no date (negative, after 9999, day 0 without a time).
std::optional<std::string> date_text(double serial, NumberFormat format, bool since_1904);

/// A number as a clerk reads it: no exponent, no zeros at the end of the fraction, at most the 15
/// digits a spreadsheet keeps ("1.30E+05" is "130000", "0.30000000000000004" is "0.3"). Whole
/// numbers written out stay to the letter. Nothing if it is no number.
std::optional<std::string> plain_number(std::string_view text);

} // namespace model
