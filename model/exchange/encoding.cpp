#include "model/exchange/encoding.h"

#include "model/base/text.h"
#include "model/exchange/platform_encoding.h"

#include <algorithm>
#include <array>
#include <utility>

namespace model {

namespace {

unsigned byte_at(std::string_view bytes, std::size_t i)
{
    return static_cast<unsigned char>(bytes[i]);
}

/// How many bytes the UTF-8 sequence takes that starts like this, judged by its first byte alone.
std::size_t utf8_length(unsigned first)
{
    if (first < 0xC0)
        return 1;
    if (first < 0xE0)
        return 2;
    return first < 0xF0 ? 3 : 4;
}

/// The same of GB18030, where the second byte tells two from four.
std::size_t gb18030_length(std::string_view bytes)
{
    if (byte_at(bytes, 0) < 0x80)
        return 1;
    const bool four = bytes.size() > 1 && byte_at(bytes, 1) >= '0' && byte_at(bytes, 1) <= '9';
    return four ? 4 : 2;
}

std::size_t character_length(std::string_view bytes, Encoding encoding)
{
    return encoding == Encoding::utf8 ? utf8_length(byte_at(bytes, 0)) : gb18030_length(bytes);
}

/// The front of `bytes` without a character that is cut off at the end.
std::size_t whole_characters(std::string_view bytes, Encoding encoding)
{
    if (encoding == Encoding::utf8) {
        const auto last = std::min<std::size_t>(bytes.size(), 3);
        for (auto i = bytes.size() - last; i < bytes.size(); ++i)
            if (byte_at(bytes, i) >= 0xC0 && i + utf8_length(byte_at(bytes, i)) > bytes.size())
                return i;
        return bytes.size();
    }
    std::size_t end = 0;
    while (end < bytes.size()) {
        const auto length = gb18030_length(bytes.substr(end));
        if (end + length > bytes.size())
            break;
        end += length;
    }
    return end;
}

bool append_checked(std::string_view bytes, Encoding encoding, std::string& text)
{
    if (encoding != Encoding::utf8)
        return detail::gb18030_to_utf8(bytes, text);
    if (!is_utf8(bytes))
        return false;
    text += bytes;
    return true;
}

bool append_utf16(std::string_view bytes, bool little, std::string& text, std::size_t& used)
{
    std::u32string characters;
    characters.reserve(bytes.size() / 2);
    const auto unit = [&](std::size_t i) -> char32_t {
        return little ? byte_at(bytes, i) | byte_at(bytes, i + 1) << 8U
                      : byte_at(bytes, i) << 8U | byte_at(bytes, i + 1);
    };
    bool sound = true;
    for (used = 0; used + 1 < bytes.size();) {
        const auto first = unit(used);
        if (first < 0xD800 || first > 0xDFFF) {
            characters += first;
            used += 2;
            continue;
        }
        if (first < 0xDC00 && used + 3 >= bytes.size())
            break; // its other half is still to come
        const auto second = first < 0xDC00 ? unit(used + 2) : U'\0';
        sound = second >= 0xDC00 && second <= 0xDFFF;
        if (!sound)
            break;
        characters +=
            static_cast<char32_t>(0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00));
        used += 4;
    }
    text += to_utf8(characters);
    return sound;
}

} // namespace

std::optional<Encoding> parse_encoding(std::string_view name)
{
    auto plain = lower(name);
    std::erase_if(plain, [](char c) { return c == '-' || c == '_' || c == ' '; });
    static constexpr std::array<std::pair<std::string_view, Encoding>, 9> names{{
        {"utf8", Encoding::utf8},
        {"utf8bom", Encoding::utf8},
        {"gbk", Encoding::gbk},
        {"gb2312", Encoding::gbk},
        {"cp936", Encoding::gbk},
        {"gb18030", Encoding::gb18030},
        {"utf16", Encoding::utf16le},
        {"utf16le", Encoding::utf16le},
        {"utf16be", Encoding::utf16be},
    }};
    const auto* found =
        std::ranges::find(names, plain, [](const auto& entry) { return entry.first; });
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

std::string encoding_name(Encoding encoding)
{
    switch (encoding) {
    case Encoding::utf8:
        return "UTF-8";
    case Encoding::utf16le:
        return "UTF-16LE";
    case Encoding::utf16be:
        return "UTF-16BE";
    case Encoding::gb18030:
        return "GB18030";
    case Encoding::gbk:
        return "GBK";
    }
    return {};
}

bool Decoder::feed(std::string_view bytes, std::string& text)
{
    if (rest_.empty())
        return decode(bytes, text);
    const auto joined = std::exchange(rest_, {}).append(bytes);
    return decode(joined, text);
}

bool Decoder::decode(std::string_view bytes, std::string& text)
{
    if (encoding_ == Encoding::utf16le || encoding_ == Encoding::utf16be) {
        std::size_t used = 0;
        const bool sound = append_utf16(bytes, encoding_ == Encoding::utf16le, text, used);
        rest_ = bytes.substr(used);
        return sound;
    }
    const auto whole = whole_characters(bytes, encoding_);
    rest_ = bytes.substr(whole);
    bytes = bytes.substr(0, whole);
    if (append_checked(bytes, encoding_, text))
        return true;
    while (!bytes.empty()) { // one by one, to give what stands before the bad one
        const auto length = std::min(character_length(bytes, encoding_), bytes.size());
        if (!append_checked(bytes.substr(0, length), encoding_, text))
            return false;
        bytes.remove_prefix(length);
    }
    return true;
}

namespace {

void append_utf16(std::string& bytes, std::string_view utf8, bool little)
{
    const auto put = [&](char32_t unit) {
        const auto low = static_cast<char>(unit & 0xFFU);
        const auto high = static_cast<char>(unit >> 8U);
        bytes += little ? low : high;
        bytes += little ? high : low;
    };
    for (const auto c : to_utf32(utf8)) {
        if (c < 0x10000) {
            put(c);
        } else {
            put(0xD800 + ((c - 0x10000) >> 10U));
            put(0xDC00 + ((c - 0x10000) & 0x3FFU));
        }
    }
}

void note(std::vector<std::string>& missing, std::string_view character)
{
    if (std::ranges::find(missing, character) == missing.end())
        missing.emplace_back(character);
}

} // namespace

std::string encode(std::string_view utf8, Encoding encoding, std::vector<std::string>& missing)
{
    std::string bytes;
    if (encoding == Encoding::utf8)
        return std::string(utf8);
    if (encoding == Encoding::utf16le || encoding == Encoding::utf16be) {
        append_utf16(bytes, utf8, encoding == Encoding::utf16le);
        return bytes;
    }
    std::string all;
    if (detail::utf8_to_gb18030(utf8, all)) {
        if (encoding == Encoding::gb18030)
            return all;
        bool fits = true;
        for (std::string_view left = all; fits && !left.empty();) {
            const auto length = gb18030_length(left);
            fits = length < 4;
            left.remove_prefix(length);
        }
        if (fits)
            return all;
    }
    while (!utf8.empty()) {
        const auto character = utf8.substr(0, utf8_length(byte_at(utf8, 0)));
        std::string one;
        if (detail::utf8_to_gb18030(character, one)
            && (encoding == Encoding::gb18030 || one.size() < 4))
            bytes += one;
        else
            note(missing, character);
        utf8.remove_prefix(character.size());
    }
    return bytes;
}

} // namespace model
