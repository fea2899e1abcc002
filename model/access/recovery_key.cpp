#include "model/access/recovery_key.h"

#include "model/base/error.h"
#include "model/base/hash.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <sodium.h>
#include <vector>

namespace model {

namespace {

// Crockford's base 32: without I, L, O, U.
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t groups = 13;
constexpr std::size_t per_group = 5;
constexpr std::size_t length = groups * per_group;
constexpr std::size_t data_digits = groups * (per_group - 1); // 260 bits: the key's and 4 to check

using Digits = std::array<std::uint8_t, length>;

/// Times x in the field of 32 elements (x^5 = x^2 + 1).
constexpr std::uint8_t times_x(std::uint8_t digit)
{
    const unsigned doubled = digit * 2U;
    return static_cast<std::uint8_t>(doubled < 32 ? doubled : (doubled ^ 0b100101U));
}

/// The last digit of a group: each digit counts with a weight of its own, the group's number goes
/// in too. In a field, that finds every single change and every swap.
std::uint8_t check_digit(const Digits& digits, std::size_t group)
{
    auto sum = static_cast<std::uint8_t>(group);
    for (std::size_t i = 0; i + 1 < per_group; ++i)
        sum = times_x(static_cast<std::uint8_t>(sum ^ digits[group * per_group + i]));
    return sum;
}

std::uint8_t spare_bits(const DataKey& key)
{
    const std::string_view bytes(reinterpret_cast<const char*>(key.bytes.data()), key.bytes.size());
    return Hash128::of(bytes).bytes[0] & 15U;
}

/// The place in the text of the n-th digit that is no check digit.
constexpr std::size_t place(std::size_t n)
{
    return n / (per_group - 1) * per_group + n % (per_group - 1);
}

bool is_separator(char32_t c)
{
    return c <= U' ' || c == U'-' || c == U'_' || c == U'.' || c == U',' || c == 0x3000 || c == 0xA0
        || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

std::optional<std::uint8_t> digit_of(char32_t c)
{
    if (c >= U'a' && c <= U'z')
        c -= U'a' - U'A';
    if (c == U'O')
        c = U'0';
    if (c == U'I' || c == U'L')
        c = U'1';
    const auto at = c < 128 ? alphabet.find(static_cast<char>(c)) : std::string_view::npos;
    if (at == std::string_view::npos)
        return std::nullopt;
    return static_cast<std::uint8_t>(at);
}

[[noreturn]] void mistake_in(const std::vector<std::string>& wrong)
{
    throw Error({msgid("The recovery key has a mistake in group {1} of {2}: compare it with the "
                       "paper"),
        {join(wrong, ", "), std::to_string(groups)}});
}

/// The characters without blanks and dashes; something unreadable keeps its place as 255.
std::vector<std::uint8_t> characters(std::string_view text)
{
    std::vector<std::uint8_t> found;
    for (const char32_t c : to_utf32(half_width(text)))
        if (!is_separator(c))
            found.push_back(digit_of(c).value_or(255));
    return found;
}

std::vector<std::uint8_t> all_characters(std::string_view text)
{
    auto found = characters(text);
    if (found.size() != length)
        throw Error({msgid("The recovery key has {1} characters where {2} are expected: compare it "
                           "with the paper"),
            {std::to_string(found.size()), std::to_string(length)}});
    return found;
}

/// Whether the group can be read and its check digit is right.
bool is_right(const Digits& digits, std::size_t group)
{
    for (std::size_t i = group * per_group; i < (group + 1) * per_group; ++i)
        if (digits[i] >= alphabet.size())
            return false;
    return check_digit(digits, group) == digits[group * per_group + per_group - 1];
}

} // namespace

std::string recovery_text(const DataKey& key)
{
    Digits digits{};
    for (std::size_t n = 0; n < data_digits; ++n) {
        for (std::size_t bit = n * 5; bit < n * 5 + 5; ++bit) {
            const auto byte = bit < 256 ? key.bytes[bit / 8] : spare_bits(key) << 4U;
            const auto value = (static_cast<unsigned>(byte) >> (7 - bit % 8)) & 1U;
            digits[place(n)] = static_cast<std::uint8_t>(digits[place(n)] * 2U + value);
        }
    }
    std::string text;
    for (std::size_t group = 0; group < groups; ++group) {
        digits[group * per_group + per_group - 1] = check_digit(digits, group);
        if (group > 0)
            text += '-';
        for (std::size_t i = 0; i < per_group; ++i)
            text += alphabet[digits[group * per_group + i]];
    }
    return text;
}

DataKey parse_recovery(std::string_view text)
{
    if (!is_utf8(text))
        throw Error({msgid("The recovery key has characters that are no letters or digits")});
    const auto found = all_characters(text);
    Digits digits{};
    std::ranges::copy(found, digits.begin());
    std::vector<std::string> wrong;
    for (std::size_t group = 0; group < groups; ++group)
        if (!is_right(digits, group))
            wrong.push_back(std::to_string(group + 1));
    if (!wrong.empty())
        mistake_in(wrong);

    DataKey key;
    for (std::size_t bit = 0; bit < 256; ++bit) {
        const auto value = (digits[place(bit / 5)] >> (4 - bit % 5)) & 1U;
        key.bytes[bit / 8] |= static_cast<std::uint8_t>(value << (7 - bit % 8));
    }
    if ((digits[place(data_digits - 1)] & 15U) != spare_bits(key))
        throw Error({msgid("The recovery key has several mistakes: compare it with the paper")});
    sodium_memzero(digits.data(), digits.size());
    return key;
}

TypedRecovery typed_recovery(std::string_view text)
{
    TypedRecovery typed{.of = groups};
    if (!is_utf8(text))
        return typed;
    const auto found = characters(text);
    Digits digits{};
    std::copy_n(found.begin(), std::min(found.size(), length), digits.begin());
    typed.whole = std::min(found.size() / per_group, groups);
    typed.left_over = found.size() > length ? found.size() - length : 0;
    for (std::size_t group = 0; group < typed.whole; ++group)
        if (!is_right(digits, group))
            typed.wrong.push_back(group + 1);
    sodium_memzero(digits.data(), digits.size());
    return typed;
}

} // namespace model
