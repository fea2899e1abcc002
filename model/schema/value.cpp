#include "model/schema/value.h"

#include "model/base/text.h"

#include <algorithm>
#include <charconv>

namespace model {

namespace {

template <class... Cases>
struct Match : Cases... {
    using Cases::operator()...;
};

template <class... Cases>
Match(Cases...) -> Match<Cases...>;

template <class T>
std::optional<Value> as_value(const std::optional<T>& parsed)
{
    return parsed ? std::optional<Value>(*parsed) : std::nullopt;
}

std::optional<std::int64_t> parse_integer(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::optional<bool> parse_boolean(std::string_view text)
{
    if (text == "1" || text == "true")
        return true;
    if (text == "0" || text == "false")
        return false;
    return std::nullopt;
}

bool is_month(std::string_view text)
{
    return text.size() == 7 && parse_iso_date(std::string(text) + "-01").has_value();
}

bool is_time(std::string_view text)
{
    const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
    return text.size() == 5 && text[2] == ':' && digit(0) && digit(1) && digit(3) && digit(4)
        && text.substr(0, 2) <= "23" && text.substr(3) <= "59";
}

bool is_attachment(std::string_view text)
{
    return text.size() > 66 && text[64] == '/'
        && text.substr(0, 64).find_first_not_of("0123456789abcdef") == std::string_view::npos
        && text.find('/', 65) != std::string_view::npos;
}

std::optional<Value> text_if(bool fits, std::string_view text)
{
    return fits ? std::optional<Value>(std::string(text)) : std::nullopt;
}

} // namespace

std::string_view type_name(Type type)
{
    constexpr std::string_view names[] = {"text", "integer", "decimal", "boolean", "date", "month",
        "time", "choice", "set", "reference", "attachment"};
    return names[static_cast<std::size_t>(type)];
}

std::string to_text(const Value& value)
{
    return std::visit(Match{
                          [](std::monostate) { return std::string(); },
                          [](bool flag) { return std::string(flag ? "1" : "0"); },
                          [](std::int64_t number) { return std::to_string(number); },
                          [](const std::string& text) { return text; },
                          [](Date date) { return to_iso(date); },
                          [](const Decimal& number) { return number.text(); },
                          [](const Uuid& id) { return id.text(); },
                          [](const Set& set) { return join(set, ","); },
                      },
        value);
}

std::optional<Value> parse_value(Type type, std::string_view text, int scale)
{
    if (text.empty())
        return Value{};
    switch (type) {
    case Type::text:
    case Type::choice:
        return std::string(text);
    case Type::integer:
        return as_value(parse_integer(text));
    case Type::decimal:
        return as_value(Decimal::parse(text, scale));
    case Type::boolean:
        return as_value(parse_boolean(text));
    case Type::date:
        return as_value(parse_iso_date(text));
    case Type::month:
        return text_if(is_month(text), text);
    case Type::time_of_day:
        return text_if(is_time(text), text);
    case Type::set:
        return set_value(make_set(split(text, ',')));
    case Type::reference:
        return as_value(Uuid::parse(text));
    case Type::attachment:
        return text_if(is_attachment(text), text);
    }
    return std::nullopt;
}

Set make_set(std::vector<std::string> words)
{
    for (auto& word : words)
        word = trimmed(word);
    std::erase(words, "");
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

Value set_value(Set set)
{
    return set.empty() ? Value{} : Value{std::move(set)};
}

} // namespace model
