#include "model/base/text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace model {

namespace {

/// Length of the well-formed sequence at the front of `bytes`; 0 if there is none.
std::size_t sequence_length(std::string_view bytes)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const auto tail = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
        return i < bytes.size() && byte(i) >= low && byte(i) <= high;
    };
    const unsigned first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return tail(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF)
        return tail(1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF) && tail(2) ? 3 : 0;
    if (first >= 0xF0 && first <= 0xF4)
        return tail(1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF) && tail(2)
                && tail(3)
            ? 4
            : 0;
    return 0;
}

/// How much of the front is ASCII in whole words of eight: most of most files, passed over quickly.
std::size_t ascii_front(std::string_view bytes)
{
    constexpr std::uint64_t high_bits = 0x8080'8080'8080'8080;
    std::uint64_t word = 0;
    std::size_t at = 0;
    for (; at + sizeof word <= bytes.size(); at += sizeof word) {
        std::memcpy(&word, bytes.data() + at, sizeof word);
        if ((word & high_bits) != 0)
            break;
    }
    return at;
}

/// Whether a common Chinese character (U+4000 to U+9FFF) stands there: the other half of most
/// files.
bool is_common_chinese(std::string_view bytes, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[at + i]); };
    return at + 3 <= bytes.size() && byte(0) >= 0xE4 && byte(0) <= 0xE9 && (byte(1) & 0xC0U) == 0x80
        && (byte(2) & 0xC0U) == 0x80;
}

struct Character {
    char32_t code = 0;
    std::size_t length = 1; ///< in bytes
};

/// The character at the front of `bytes`, which are not empty; a byte that is none stands for
/// U+FFFD.
Character first_character(std::string_view bytes)
{
    constexpr unsigned masks[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    const auto length = sequence_length(bytes);
    if (length == 0)
        return {.code = 0xFFFD};
    char32_t code = static_cast<unsigned char>(bytes[0]) & masks[length];
    for (std::size_t i = 1; i < length; ++i)
        code = code << 6U | (static_cast<unsigned char>(bytes[i]) & 0x3FU);
    return {code, length};
}

/// The character at the end of `bytes`, which are not empty; none (0) where they end in a broken
/// one.
Character last_character(std::string_view bytes)
{
    constexpr std::size_t longest = 4;
    for (std::size_t length = 1; length <= std::min(longest, bytes.size()); ++length) {
        const auto tail = bytes.substr(bytes.size() - length);
        if (sequence_length(tail) == length)
            return first_character(tail);
    }
    return {};
}

bool is_white(char32_t c)
{
    return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x3000 || c == 0xFEFF
        || (c >= 0x2000 && c <= 0x200B);
}

char32_t half_width(char32_t c)
{
    if (c == 0x3000)
        return ' ';
    return c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
}

} // namespace

bool is_utf8(std::string_view bytes)
{
    while (!bytes.empty()) {
        if (static_cast<unsigned char>(bytes[0]) < 0x80) {
            bytes.remove_prefix(std::max<std::size_t>(ascii_front(bytes), 1));
            continue;
        }
        const auto length = is_common_chinese(bytes, 0) ? 3 : sequence_length(bytes);
        if (length == 0)
            return false;
        bytes.remove_prefix(length);
    }
    return true;
}

std::u32string to_utf32(std::string_view utf8)
{
    std::u32string text;
    text.reserve(utf8.size());
    while (!utf8.empty()) {
        const auto [code, length] = first_character(utf8);
        text += code;
        utf8.remove_prefix(length);
    }
    return text;
}

std::string to_utf8(std::u32string_view text)
{
    std::string utf8;
    for (const char32_t c : text) {
        const auto put = [&](char32_t byte) { utf8 += static_cast<char>(byte); };
        if (c < 0x80) {
            put(c);
        } else if (c < 0x800) {
            put(0xC0 | c >> 6U);
            put(0x80 | (c & 0x3F));
        } else if (c < 0x10000) {
            put(0xE0 | c >> 12U);
            put(0x80 | (c >> 6U & 0x3F));
            put(0x80 | (c & 0x3F));
        } else {
            put(0xF0 | c >> 18U);
            put(0x80 | (c >> 12U & 0x3F));
            put(0x80 | (c >> 6U & 0x3F));
            put(0x80 | (c & 0x3F));
        }
    }
    return utf8;
}

std::string trimmed(std::string_view utf8)
{
    return std::string(without_white_ends(utf8));
}

std::string_view without_white_ends(std::string_view utf8)
{
    const auto is_plain = [](char c) { return c > ' ' && c <= '~'; };
    while (!utf8.empty() && !is_plain(utf8.front()) && !is_common_chinese(utf8, 0)) {
        const auto [code, length] = first_character(utf8);
        if (!is_white(code))
            break;
        utf8.remove_prefix(length);
    }
    while (!utf8.empty() && !is_plain(utf8.back())
        && (utf8.size() < 3 || !is_common_chinese(utf8, utf8.size() - 3))) {
        const auto [code, length] = last_character(utf8);
        if (!is_white(code))
            break;
        utf8.remove_suffix(length);
    }
    return utf8;
}

std::string half_width(std::string_view utf8)
{
    std::string text;
    text.reserve(utf8.size());
    while (!utf8.empty()) {
        const auto [code, length] = first_character(utf8);
        const auto narrow = half_width(code);
        if (narrow == code)
            text += utf8.substr(0, length);
        else
            text += static_cast<char>(narrow);
        utf8.remove_prefix(length);
    }
    return text;
}

std::string folded(std::string_view utf8)
{
    std::string text;
    text.reserve(utf8.size());
    while (!utf8.empty()) {
        const auto [code, length] = first_character(utf8);
        const auto narrow = half_width(code);
        if (narrow >= 'A' && narrow <= 'Z')
            text += static_cast<char>(narrow + 32);
        else if (narrow != code && narrow != ' ')
            text += static_cast<char>(narrow);
        else if (!is_white(narrow))
            text += utf8.substr(0, length);
        utf8.remove_prefix(length);
    }
    return text;
}

std::string upper(std::string_view text)
{
    std::string result(text);
    for (auto& c : result)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 32);
    return result;
}

std::string lower(std::string_view text)
{
    std::string result(text);
    for (auto& c : result)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + 32);
    return result;
}

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    for (;;) {
        const auto end = text.find(separator);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator)
{
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i)
        text.append(i ? separator : "").append(parts[i]);
    return text;
}

} // namespace model
