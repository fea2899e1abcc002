#include "model/access/masking.h"

#include "model/base/text.h"

#include <algorithm>

namespace model {

namespace {

bool is_numeric(const std::u32string& text)
{
    return std::ranges::all_of(text, [](char32_t c) {
        return (c >= U'0' && c <= U'9') || c == U'X' || c == U'x' || c == U'-' || c == U' ';
    });
}

std::string keep_ends(const std::u32string& text, std::size_t first, std::size_t last)
{
    return to_utf8(text.substr(0, first)) + std::string(text.size() - first - last, '*')
        + to_utf8(text.substr(text.size() - last));
}

} // namespace

std::string masked(const FieldDef& field, const Value& value)
{
    auto plain = to_text(value);
    if (!field.personal || plain.empty())
        return plain;
    if (std::holds_alternative<Date>(value))
        return plain.substr(0, 4) + "-**-**";
    const auto text = to_utf32(plain);
    if (is_numeric(text) && text.size() >= 15)
        return keep_ends(text, 6, 2);
    if (is_numeric(text) && text.size() >= 11)
        return keep_ends(text, 3, 4);
    if (is_numeric(text) && text.size() >= 7)
        return keep_ends(text, 0, 4);
    return to_utf8(text.substr(0, 1)) + "**";
}

} // namespace model
