#include "model/base/codes.h"

#include "model/base/text.h"

#include <algorithm>
#include <utility>

namespace model {

namespace {

constexpr std::string_view credit_alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool are_digits(std::string_view text)
{
    return std::ranges::all_of(text, is_digit);
}

bool is_digit_count(std::string_view text, std::size_t least, std::size_t most)
{
    return text.size() >= least && text.size() <= most && are_digits(text);
}

/// A year such as 0990 is a slip; 1880 is in the standard's own example.
std::optional<Date> birth_in(std::string_view id)
{
    const auto text = id.substr(6, 8);
    if (text < "18" || text > "21")
        return std::nullopt;
    if (!are_digits(text))
        return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = 0;
        for (const char c : text.substr(at, length))
            value = value * 10 + (c - '0');
        return value;
    };
    const Date date{std::chrono::year{number(0, 4)},
        std::chrono::month{static_cast<unsigned>(number(4, 2))},
        std::chrono::day{static_cast<unsigned>(number(6, 2))}};
    return date.ok() ? std::optional(date) : std::nullopt;
}

/// Area codes are 010 and 02x, or four digits; the numbers behind them never start with 0 or 1.
bool is_landline(std::string_view digits)
{
    if (!digits.starts_with('0') || digits.size() < 10 || digits[1] == '0')
        return false;
    const std::size_t area = digits[1] == '1' || digits[1] == '2' ? 3 : 4;
    const auto number = digits.substr(area);
    return (number.size() == 8 || (number.size() == 7 && area == 4)) && number[0] >= '2';
}

PhoneKind kind_of_digits(std::string_view digits)
{
    if (digits.size() == 11 && digits.starts_with("100"))
        return PhoneKind::sample;
    if (digits.size() == 11 && digits[0] == '1' && digits[1] >= '3')
        return PhoneKind::mobile;
    if (digits.size() == 10 && (digits.starts_with("400") || digits.starts_with("800")))
        return PhoneKind::service;
    if (is_landline(digits))
        return PhoneKind::landline;
    if (is_digit_count(digits, 7, 8) && digits[0] >= '2')
        return PhoneKind::local;
    // What begins as a mobile number does is one whose end is missing.
    const bool is_cut = digits.size() == 6 && digits[0] == '1' && digits[1] >= '3';
    return is_digit_count(digits, 3, 6) && digits[0] != '0' && !is_cut ? PhoneKind::short_number
                                                                       : PhoneKind::none;
}

std::string without_signs(std::string_view text)
{
    std::string plain(text);
    std::erase_if(plain, [](char c) { return c == '-' || c == '(' || c == ')'; });
    return plain;
}

std::string without_country(std::string_view text)
{
    for (const std::string_view prefix : {"+86", "0086"})
        if (text.starts_with(prefix))
            return std::string(text.substr(prefix.size()));
    return std::string(text.size() == 13 && text.starts_with("861") ? text.substr(2) : text);
}

/// "0737-8820000-801" and "07378820000转801" have the extension 801, which is asked for, not
/// dialled.
std::pair<std::string, std::string> split_extension(std::string_view text)
{
    constexpr std::string_view turn_to = "转";
    if (const auto turn = text.find(turn_to); turn != std::string_view::npos)
        return {
            without_signs(text.substr(0, turn)), std::string(text.substr(turn + turn_to.size()))};
    const auto hyphen = text.rfind('-');
    if (hyphen != std::string_view::npos) {
        const auto number = without_signs(text.substr(0, hyphen));
        if (is_landline(without_country(number)))
            return {number, std::string(text.substr(hyphen + 1))};
    }
    return {without_signs(text), {}};
}

} // namespace

char id_check_digit(std::string_view first17)
{
    constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    if (!is_digit_count(first17, 17, 17))
        return '\0';
    int sum = 0;
    for (std::size_t i = 0; i < first17.size(); ++i)
        sum += (first17[i] - '0') * weights[i];
    return "10X98765432"[sum % 11];
}

bool is_id_number(std::string_view text)
{
    return text.size() == 18 && are_digits(text.substr(0, 17)) && birth_in(text)
        && id_check_digit(text.substr(0, 17)) == text[17];
}

std::string normal_id_number(std::string_view text)
{
    return upper(folded(text));
}

std::optional<Date> id_birth(std::string_view id_number)
{
    return is_id_number(id_number) ? birth_in(id_number) : std::nullopt;
}

std::optional<bool> id_is_male(std::string_view id_number)
{
    if (!is_id_number(id_number))
        return std::nullopt;
    return (id_number[16] - '0') % 2 == 1;
}

char credit_check_digit(std::string_view first17)
{
    if (first17.size() != 17)
        return '\0';
    std::size_t sum = 0;
    std::size_t weight = 1; // powers of 3 modulo 31
    for (const char c : first17) {
        const auto value = credit_alphabet.find(c);
        if (value == std::string_view::npos)
            return '\0';
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    return credit_alphabet[(31 - sum % 31) % 31];
}

bool is_credit_code(std::string_view text)
{
    if (text.size() != 18)
        return false;
    const char check = credit_check_digit(text.substr(0, 17));
    return check != '\0' && check == text[17];
}

std::string normal_credit_code(std::string_view text)
{
    return upper(folded(text));
}

PhoneKind phone_kind(std::string_view text)
{
    const auto [number, extension] = split_extension(folded(text));
    const auto digits = without_country(number);
    if (!extension.empty())
        return are_digits(digits) && is_landline(digits) && is_digit_count(extension, 1, 6)
            ? PhoneKind::landline
            : PhoneKind::none;
    return are_digits(digits) ? kind_of_digits(digits) : PhoneKind::none;
}

} // namespace model
