#include "model/listing/collation.h"

#include "assets/assets.h"
#include "model/base/text.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace model {

namespace {

// What a character begins with in a key; classes stand in this order.
constexpr char sign = 0x02;
constexpr char number = 0x10;
constexpr char letter = 0x20;
constexpr char chinese = 0x40;
constexpr char other = 0x60;

constexpr char32_t first_chinese = 0x3007;
constexpr char32_t last_chinese = 0x9FFF;
constexpr std::uint16_t no_place = 0xFFFF;

/// The place of each character in the order by pinyin.
class PinyinOrder {
public:
    PinyinOrder() : places_(last_chinese - first_chinese + 1, no_place)
    {
        std::uint16_t place = 0;
        for (const auto c : to_utf32(assets::text("codes/pinyin_order.csv")))
            if (c >= first_chinese && c <= last_chinese)
                places_[c - first_chinese] = place++;
    }

    std::uint16_t place(char32_t c) const
    {
        return c < first_chinese || c > last_chinese ? no_place : places_[c - first_chinese];
    }

private:
    std::vector<std::uint16_t> places_;
};

bool is_digit(char32_t c)
{
    return c >= U'0' && c <= U'9';
}

void put(std::string& key, std::uint32_t value, int bytes)
{
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        key += static_cast<char>(value >> shift & 0xFFU);
}

/// A run of digits by its length without leading zeros, then its digits.
std::size_t put_number(std::string& key, std::u32string_view text, std::size_t at)
{
    auto end = at;
    while (end < text.size() && is_digit(text[end]))
        ++end;
    while (at + 1 < end && text[at] == U'0')
        ++at;
    key += number;
    put(key, static_cast<std::uint32_t>(std::min<std::size_t>(end - at, 255)), 1);
    for (; at < end; ++at)
        key += static_cast<char>(text[at]);
    return end;
}

} // namespace

std::string sort_key(std::string_view utf8)
{
    static const PinyinOrder order;
    const auto text = to_utf32(lower(half_width(utf8)));
    std::string key;
    key.reserve(text.size() * 3);
    for (std::size_t i = 0; i < text.size();) {
        const auto c = text[i];
        if (is_digit(c)) {
            i = put_number(key, text, i);
            continue;
        }
        if (const auto place = order.place(c); place != no_place) {
            key += chinese;
            put(key, place, 2);
        } else if (c < 0x80) {
            key += c >= U'a' && c <= U'z' ? letter : sign;
            key += static_cast<char>(c);
        } else {
            key += other;
            put(key, c, 3);
        }
        ++i;
    }
    return key;
}

} // namespace model
