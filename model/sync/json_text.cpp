#include "model/sync/json_text.h"

#include <boost/json/serialize.hpp>

#include <charconv>

namespace model {

void JsonText::comma()
{
    if (!first_)
        out_ += ',';
    first_ = false;
}

JsonText& JsonText::open(char bracket)
{
    comma();
    out_ += bracket;
    first_ = true;
    return *this;
}

JsonText& JsonText::close(char bracket)
{
    out_ += bracket;
    first_ = false;
    return *this;
}

JsonText& JsonText::key(std::string_view name)
{
    text(name);
    out_ += ':';
    first_ = true;
    return *this;
}

JsonText& JsonText::key(int number)
{
    comma();
    out_ += '"';
    first_ = true;
    this->number(number);
    out_ += "\":";
    first_ = true;
    return *this;
}

JsonText& JsonText::text(std::string_view utf8)
{
    constexpr std::string_view hex = "0123456789abcdef";
    comma();
    out_ += '"';
    std::size_t from = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        out_.append(utf8.substr(from, i - from));
        from = i + 1;
        switch (c) {
        case '"':
            out_ += "\\\"";
            break;
        case '\\':
            out_ += "\\\\";
            break;
        case '\b':
            out_ += "\\b";
            break;
        case '\f':
            out_ += "\\f";
            break;
        case '\n':
            out_ += "\\n";
            break;
        case '\r':
            out_ += "\\r";
            break;
        case '\t':
            out_ += "\\t";
            break;
        default:
            out_ += "\\u00";
            out_ += hex[c >> 4U];
            out_ += hex[c & 15U];
        }
    }
    out_.append(utf8.substr(from));
    out_ += '"';
    return *this;
}

JsonText& JsonText::number(std::int64_t number)
{
    comma();
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out_.append(digits, end);
    return *this;
}

JsonText& JsonText::flag(bool flag)
{
    return raw(flag ? "true" : "false");
}

JsonText& JsonText::null()
{
    return raw("null");
}

JsonText& JsonText::raw(std::string_view json)
{
    comma();
    out_ += json;
    return *this;
}

JsonText& JsonText::value(const Value& value)
{
    if (is_empty(value))
        return null();
    if (const auto* plain = std::get_if<std::string>(&value))
        return text(*plain);
    if (const auto* flag_held = std::get_if<bool>(&value))
        return flag(*flag_held);
    if (const auto* number_held = std::get_if<std::int64_t>(&value))
        return number(*number_held);
    return text(to_text(value));
}

std::string scalar_text(const boost::json::value& value)
{
    if (const auto* text = value.if_string())
        return {text->data(), text->size()};
    if (const auto* flag = value.if_bool())
        return *flag ? "1" : "0";
    if (value.is_number())
        return boost::json::serialize(value);
    return {};
}

} // namespace model
